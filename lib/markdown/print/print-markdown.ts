import type { Element, Nodes, Root } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import type { Label } from '../numbering/label'
import { decodePath } from '../text/decode'
import { decodeEntities } from '../text/entities'
import type { JsxElement } from '../tree/component'
import { SKIP, visit } from '../tree/visit'

interface Options {
  /** The whole file, as `toPlainText` returns it. */
  text: string
  labels: readonly Label[]
  /** Path of the article's page. */
  url: string
  siteUrl: string
  componentNote: string
}

/** A replacement of the source between two offsets. */
interface Edit {
  start: number
  end: number
  text: string
}

/**
 * Print an article as Markdown that any program understands: the author's text, with this engine's own syntax replaced by
 * plain Markdown.
 *
 *     :::theorem{#thm-x title="勾股"}      **定理 1** （勾股）
 *     见\eqref{eq:x}和[@thm-x]         →    见[(3)](https://…#eq-x)和[定理 1](https://…#thm-x)
 *     \label{eq:x}                          \tag{3}
 *     <Plot r={3.2} />                      [note](https://…), or its fallback or children
 *     [甲](/posts/x) ![乙](y.svg)           absolute URLs
 */
export function printMarkdown(tree: Root, options: Options): string {
  const { text } = options
  const labels = new Map(options.labels.map((label) => [label.name, label]))
  const edits: Edit[] = []
  /** Ranges of code, in which comments are text. */
  const code: Edit[] = []
  let works = ''
  visit(tree, (node) => {
    if (node.type === 'element' && isWorks(node)) works = printWorks(node)
    const range = rangeOf(node, text)
    if (!range) return
    if (node.type === 'element' && /^(pre|code)$/.test(node.tagName)) code.push(range)
    if (isComponent(node)) edits.push(...componentEdits(node, range, options))
    if (node.type === 'element') edits.push(...editsOf(node, range, options, labels))
  })
  const frontMatter = /^---\n[\s\S]*?^---[ \t]*\n*/m.exec(text)
  if (frontMatter?.index === 0) edits.push({ start: 0, end: frontMatter[0].length, text: '' })
  for (const match of text.matchAll(/(<!--\s*more\s*-->|\{\/\*[\s\S]*?\*\/\})([ \t]*\n\n?)?/g)) {
    const isCode = code.some(({ start, end }) => start <= match.index && match.index < end)
    if (!isCode) edits.push({ start: match.index, end: match.index + match[0].length, text: '' })
  }
  return `${apply(text, edits).trim()}\n${works}`
}

function editsOf(
  element: Element,
  range: Edit,
  options: Options,
  labels: ReadonlyMap<string, Label>,
): Edit[] {
  const classes = [element.properties.className].flat()
  if (classes.includes('reference')) {
    const href = absolute(String(element.properties.href), options)
    return [withTie({ ...range, text: `[${plain(element)}](${href})` }, options.text)]
  }
  if (classes.includes('citation')) return [withTie({ ...range, text: plain(element) }, options.text)]
  if (classes.includes('statement')) return statementEdits(element, range)
  if (element.data?.formula) return labelEdits(range, labels)
  if (classes.includes('embed'))
    return [{ ...range, text: `[${plain(element)}](${String(element.properties.href)})` }]
  if (/^(?:video|audio)$/.test(element.tagName) && range.text.startsWith('<'))
    return [{ ...range, text: mediaLink(element, options) }]
  if (/^(?:a|img|video|audio)$/.test(element.tagName)) {
    const address = element.properties[element.tagName === 'a' ? 'href' : 'src']
    if (typeof address !== 'string' || !/^(#|\/(?!\/)|\uE000)/.test(address)) return []
    // `[text](url "title")`: the URL follows the last bracket. Links by reference are not changed.
    const target = /\]\(\s*(<[^<>]*>|[^\s()]+)(?=[^()\]]*\)$)/.exec(range.text)
    if (!target?.[1]) return []
    const start = range.start + target.index + target[0].length - target[1].length
    return [{ start, end: start + target[1].length, text: absolute(address, options) }]
  }
  return []
}

/** A link to a video or a recording that the author wrote as HTML. */
function mediaLink(element: Element, options: Options): string {
  const source =
    element.properties.src ?? find(element, ({ tagName }) => tagName === 'source')?.properties.src
  const address = typeof source === 'string' ? source : ''
  const name = element.properties.ariaLabel ?? element.properties.title
  const text = String(name ?? decodePath(address.slice(address.lastIndexOf('/') + 1)))
  return `[${text}](${address.startsWith('/') ? absolute(address, options) : address})`
}

/** Replace also the tie before a reference, `~`, which other programs may read as the start of strikethrough. */
function withTie(edit: Edit, text: string): Edit {
  const hasTie = text.charAt(edit.start - 1) === '~' && text.charAt(edit.start - 2) !== '\\'
  return hasTie ? { ...edit, start: edit.start - 1, text: `\u00a0${edit.text}` } : edit
}

/** Replace the fences of a statement by its name and number. */
function statementEdits(element: Element, { start, end, text }: Edit): Edit[] {
  const opening = /^(:{3,})\w+(?:\[(.*)\])?(\{[^\n]*\})?[ \t]*\n?/.exec(text)
  if (!opening) return []
  const title = opening[2] ?? /title="([^"]*)"/.exec(opening[3] ?? '')?.[1]
  const head = plain(find(element, ({ tagName }) => tagName === 'b') ?? element)
  const edits = [
    { start, end: start + opening[0].length, text: `**${head}**${title ? ` ${title}` : ''}\n\n` },
  ]
  const closing = /\n[ \t>]*:{3,}[ \t]*$/.exec(text)
  if (closing) edits.push({ start: start + closing.index, end, text: '' })
  return edits
}

/** Replace labels by tags with their numbers, or remove them if the author wrote a tag. */
function labelEdits({ start, text }: Edit, labels: ReadonlyMap<string, Label>): Edit[] {
  return [...text.matchAll(/\\label\s*\{([^{}]*)\}/g)].map((match) => {
    const label = labels.get(match[1]?.trim() ?? '')
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

/** Replace a component by a link to the page. If it has children, only its tags are removed. */
function componentEdits(node: JsxElement, range: Edit, options: Options): Edit[] {
  const start = node.children[0]?.position?.start?.offset
  const end = node.children.at(-1)?.position?.end?.offset
  if (start === undefined || end === undefined) {
    const note = node.data?.fallback ?? options.componentNote
    return [{ ...range, text: `[${note}](${options.siteUrl}${options.url})` }]
  }
  return [
    { start: range.start, end: start, text: '' },
    { start: end, end: range.end, text: '' },
  ]
}

function isComponent(node: Nodes | JsxElement): node is JsxElement & Nodes {
  return (
    (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && /^[A-Z]/.test(node.name ?? '')
  )
}

function rangeOf(node: Nodes, source: string): Edit | undefined {
  // Elements that parse5 corrected have incomplete positions, contrary to the types.
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

/** Text without markup, including that of raw HTML. A formula is its TeX between dollars. */
function plain(element: Element): string {
  let text = ''
  visit(element, (node) => {
    if (node.type === 'element' && node.data?.formula) {
      text += `$${node.data.formula.tex}$`
      return SKIP
    }
    if (node.type === 'text') text += node.value
    if (node.type === 'raw') text += withoutTags(node.value)
    return
  })
  return (text || hastToString(element)).trim()
}

function withoutTags(html: string): string {
  return decodeEntities(html.replace(/<[^>]*>/g, ''))
}

/** Make a path or a fragment an absolute URL. */
function absolute(address: string, { url, siteUrl }: Pick<Options, 'url' | 'siteUrl'>): string {
  return siteUrl + (address.startsWith('#') ? url : '') + address
}

/** Apply edits. If two overlap, the outer one is applied. */
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
