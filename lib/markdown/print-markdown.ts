import type { Element, Nodes, Root } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import type { Label } from './label'
import { visit } from './visit'

interface Options {
  /** The whole file. */
  text: string
  labels: readonly Label[]
  /** Path of the article's page. */
  url: string
  siteUrl: string
  componentNote: string
}

/** A stretch of the source, by offsets, and what stands in its place. */
interface Edit {
  start: number
  end: number
  text: string
}

/**
 * Print an article as Markdown that stands alone: the author's own text, formulas as TeX, with what only this site
 * understands replaced by what it means.
 *
 *     :::theorem{#thm-x title="勾股"}      **定理 1** （勾股）
 *     见\eqref{eq:x}和[@thm-x]         →    见[(3)](https://…#eq-x)和[定理 1](https://…#thm-x)
 *     \label{eq:x}                          \tag{3}
 *     <Plot r={3.2} />                      [note](https://…)
 *     [甲](/posts/x) ![乙](y.svg)           absolute addresses
 */
export function printMarkdown(tree: Root, options: Options): string {
  const { text } = options
  const edits: Edit[] = []
  /** Stretches that are code: what looks like a comment there is none. */
  const code: Edit[] = []
  let works = ''
  visit(tree, (node) => {
    if (node.type === 'element' && isWorks(node)) works = printWorks(node)
    const stretch = stretchOf(node, text)
    if (!stretch) return
    if (node.type === 'element' && /^(pre|code)$/.test(node.tagName)) code.push(stretch)
    if (isComponent(node))
      edits.push({ ...stretch, text: `[${options.componentNote}](${options.siteUrl}${options.url})` })
    if (node.type === 'element') edits.push(...editsOf(node, stretch, options))
  })
  const frontMatter = /^\uFEFF?---\r?\n[\s\S]*?^---[ \t]*(\r?\n)*/m.exec(text)
  if (frontMatter?.index === 0) edits.push({ start: 0, end: frontMatter[0].length, text: '' })
  for (const match of text.matchAll(/(<!--\s*more\s*-->|\{\/\*[\s\S]*?\*\/\})([ \t]*\n\n?)?/g)) {
    const isCode = code.some(({ start, end }) => start <= match.index && match.index < end)
    if (!isCode) edits.push({ start: match.index, end: match.index + match[0].length, text: '' })
  }
  return `${apply(text, edits).trim()}\n${works}`
}

function editsOf(element: Element, stretch: Edit, options: Options): Edit[] {
  const classes = [element.properties.className].flat()
  if (classes.includes('reference')) {
    const href = absolute(String(element.properties.href), options)
    return [{ ...stretch, text: `[${plain(element)}](${href})` }]
  }
  if (classes.includes('citation')) return [{ ...stretch, text: plain(element) }]
  if (classes.includes('statement')) return statementEdits(element, stretch)
  if (element.data?.formula) return labelEdits(stretch, options.labels)
  if (element.tagName === 'a' || element.tagName === 'img') {
    const address = element.properties[element.tagName === 'a' ? 'href' : 'src']
    if (typeof address !== 'string' || !/^(#|\/(?!\/))/.test(address)) return []
    // `[words](address "title")`: the last bracket is the link's own. One by reference stays as it is.
    const target = /\]\(\s*(<[^<>]*>|[^\s()]+)(?=[^()\]]*\)$)/.exec(stretch.text)
    if (!target?.[1]) return []
    const start = stretch.start + target.index + target[0].length - target[1].length
    return [{ start, end: start + target[1].length, text: absolute(address, options) }]
  }
  return []
}

/** Name and number before a statement, instead of its fences. */
function statementEdits(element: Element, { start, end, text }: Edit): Edit[] {
  const opening = /^(:{3,})\w+(?:\[(.*)\])?(\{[^\n]*\})?[ \t]*(\r?\n)?/.exec(text)
  if (!opening) return []
  const title = opening[2] ?? /title="([^"]*)"/.exec(opening[3] ?? '')?.[1]
  const head = plain(find(element, ({ tagName }) => tagName === 'b') ?? element)
  const edits = [
    { start, end: start + opening[0].length, text: `**${head}**${title ? ` ${title}` : ''}\n\n` },
  ]
  const closing = /\r?\n[ \t>]*:{3,}[ \t]*$/.exec(text)
  if (closing) edits.push({ start: start + closing.index, end, text: '' })
  return edits
}

/** A label becomes the number it names; where the author wrote one, that is enough. */
function labelEdits({ start, text }: Edit, labels: readonly Label[]): Edit[] {
  return [...text.matchAll(/\\label\s*\{([^{}]*)\}/g)].map((match) => {
    const label = labels.find(({ name }) => name === match[1]?.trim())
    const number =
      label && !text.includes('\\tag') && !label.number.includes('<') ? `\\tag{${label.number}}` : ''
    return { start: start + match.index, end: start + match.index + match[0].length, text: number }
  })
}

function isWorks({ properties }: Element): boolean {
  return [properties.className].flat().includes('works')
}

function printWorks(section: Element): string {
  const heading = find(section, ({ tagName }) => tagName === 'h2')
  const items: string[] = []
  visit(section, 'element', (element) => {
    if (element.tagName === 'li') items.push(`${items.length + 1}. ${plain(element)}`)
  })
  return `\n## ${heading ? plain(heading) : ''}\n\n${items.join('\n')}\n`
}

function isComponent(node: Nodes): boolean {
  return (
    (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && /^[A-Z]/.test(node.name ?? '')
  )
}

function stretchOf(node: Nodes, source: string): Edit | undefined {
  // What parse5 mended has half a place, whatever the types say.
  const start = node.position?.start?.offset
  const end = node.position?.end?.offset
  if (start === undefined || end === undefined || end <= start) return undefined
  return { start, end, text: source.slice(start, end) }
}

function find(root: Element, test: (element: Element) => boolean): Element | undefined {
  let found: Element | undefined
  visit(root, 'element', (element) => {
    if (!found && test(element)) found = element
  })
  return found
}

/** Text without its markup: what the compiler wrote as HTML too. */
function plain(element: Element): string {
  let text = ''
  visit(element, (node) => {
    if (node.type === 'text') text += node.value
    if (node.type === 'raw') text += withoutTags(node.value)
  })
  return (text || hastToString(element)).trim()
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&#38;': '&',
  '&lt;': '<',
  '&#60;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&nbsp;': '\u00a0',
}

function withoutTags(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/&#?\w+;/g, (entity) => entities[entity] ?? entity)
}

/** An address of the site, whole; one within the article leads to its page. */
function absolute(address: string, { url, siteUrl }: Pick<Options, 'url' | 'siteUrl'>): string {
  return siteUrl + (address.startsWith('#') ? url : '') + address
}

/** From the start; of two that overlap, the outer one counts. */
function apply(text: string, edits: readonly Edit[]): string {
  let result = ''
  let done = 0
  for (const { start, end, text: replacement } of [...edits].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  )) {
    if (start < done) continue
    result += text.slice(done, start) + replacement
    done = end
  }
  return result + text.slice(done)
}
