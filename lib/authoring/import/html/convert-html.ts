import type { Element, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { toString as hastToString } from 'hast-util-to-string'
import type { Html, RootContent } from 'mdast'
import rehypeRaw from 'rehype-raw'
import rehypeRemark, { type Options } from 'rehype-remark'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { SKIP, visit } from '../../../markdown/tree/visit'
import { translate } from '../../../site/messages/translate.mjs'
import { countProse, type DraftCounts } from '../count-draft'
import type { ImportedFormula } from '../formulas/formula'
import { withoutMarks } from '../formulas/placeholders'
import { rehypeAutoParagraphs } from '../rehype-auto-paragraphs'
import type { MathDelimiters } from '../source'
import { maskHtml } from './find-in-html'
import { isHtmlTag } from './html-names'

/** A page as Markdown, with placeholders for its formulas. */
export interface ConvertedHtml {
  text: string
  formulas: ImportedFormula[]
  notes: string[]
  /** What the page contains. */
  counts: DraftCounts
}

/** Convert HTML to Markdown. Formulas are taken out before, and become placeholders. */
export function convertHtml(html: string, delimiters: MathDelimiters): ConvertedHtml {
  const { tree, formulas } = maskHtml(parseHtml(html), delimiters)
  const used = findFragments(tree)
  const processor = unified()
    .use(rehypeAutoParagraphs)
    .use(rehypeRemark, { handlers: createHandlers(used), newlines: true } satisfies Options)
    .use(remarkGfm, { singleTilde: false })
    .use(remarkCjkFriendly)
    .use(remarkStringify, { bullet: '-', rule: '-', emphasis: '*', fences: true, resourceLink: true })
  const text = processor.stringify(processor.runSync(tree) as never) as string
  return { text, formulas, notes: findOmitted(tree), counts: countPage(tree) }
}

/** Parse a piece of HTML by parse5, with the plugin that parses HTML in articles. */
function parseHtml(html: string): Root {
  const source: Root = {
    type: 'root',
    children: [{ type: 'raw', value: escapeLooseAngles(withoutMarks(html)) }],
  }
  return unified().use(rehypeRaw).runSync(source) as Root
}

/**
 * Escape `<` that starts no tag, so that the parser does not take a relation for one: `$a<b$`. Browsers do the same before spaces
 * and digits; authors expect it everywhere.
 */
export function escapeLooseAngles(html: string): string {
  return html.replace(
    /<(!--|!doctype|!\[CDATA\[|\?)?(?:\/?([a-zA-Z][a-zA-Z0-9-]*)((?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?)\/?>)?/gi,
    (found, comment: string | undefined, name: string | undefined, attributes: string | undefined) => {
      const isMarkup =
        comment !== undefined ||
        (name !== undefined && (name.includes('-') || isHtmlTag(name, attributes ?? '', html)))
      return isMarkup ? found : `&lt;${found.slice(1)}`
    },
  )
}

/** Ids that links in the page refer to. */
function findFragments(tree: Root): ReadonlySet<string> {
  const ids = new Set<string>()
  visit(tree, 'element', ({ tagName, properties: { href } }) => {
    if (tagName === 'a' && typeof href === 'string' && href.startsWith('#'))
      ids.add(decodeFragment(href.slice(1)))
  })
  return ids
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

type Handlers = NonNullable<Options['handlers']>
type Handle = NonNullable<Handlers[string]>

const raw = (value: string): Html => ({ type: 'html', value })

/** Elements in a line that Markdown has no syntax for. */
const inlineElements = ['sub', 'sup', 'u', 'mark', 'kbd', 'small', 'ruby', 'rt', 'rp', 'ins']

function createHandlers(used: ReadonlySet<string>): Handlers {
  const keepId =
    (handle: Handle): Handle =>
    (state, element, parent) => {
      const { id, name } = element.properties
      const anchor = [id, name].find((value) => typeof value === 'string' && used.has(value))
      const result = handle(state, element, parent) ?? []
      if (anchor === undefined) return result
      const mark = [raw(`<span id="${anchor}">`), raw('</span>')]
      const [first] = Array.isArray(result) ? result : [result]
      if (first && 'children' in first && /^(?:heading|paragraph)$/.test(first.type)) {
        first.children = [...mark, ...first.children] as never
        return result
      }
      return [...mark, ...(Array.isArray(result) ? result : [result])]
    }
  const children: Handle = (state, element) => state.all(element)
  return {
    ...Object.fromEntries(inlineElements.map((name) => [name, keepInline])),
    ...Object.fromEntries(['video', 'audio'].map((name) => [name, keepWhole])),
    ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, keepId(heading)])),
    span: keepId(children),
    a: keepId(anchor),
    div: keepId(flow),
    p: keepId(paragraph),
    details,
    iframe,
    figure,
  }
}

const keepInline: Handle = (state, element) => [
  raw(`<${element.tagName}>`),
  ...state.all(element),
  raw(`</${element.tagName}>`),
]

const keepWhole: Handle = (_, element) => raw(toHtml(element))

const flow: Handle = (state, element) => state.toFlow(state.all(element))

const paragraph: Handle = (state, element) => {
  const children = state.all(element)
  // rehype-remark would write `<p></p>` as a blank paragraph.
  return children.length > 0 ? { type: 'paragraph', children: children as never } : undefined
}

const heading: Handle = (state, element) => ({
  type: 'heading',
  depth: Number(element.tagName[1]) as 1 | 2 | 3 | 4 | 5 | 6,
  children: state.all(element) as never,
})

const anchor: Handle = (state, element) => {
  const { href, title } = element.properties
  const children = state.all(element)
  if (typeof href !== 'string') return children
  return {
    type: 'link',
    url: href,
    title: typeof title === 'string' ? title : null,
    children: children as never,
  }
}

const details: Handle = (state, element) => {
  const summary = element.children.find((child) => child.type === 'element' && child.tagName === 'summary')
  const rest = { ...element, children: element.children.filter((child) => child !== summary) }
  return [
    raw(`<details>\n<summary>${summary ? hastToString(summary).trim() : '…'}</summary>`),
    ...state.toFlow(state.all(rest)),
    raw('</details>'),
  ] as RootContent[]
}

/** Frames of other sites are links: pages of this site load nothing from there. */
const iframe: Handle = (_, { properties: { src, title } }) => {
  if (typeof src !== 'string') return undefined
  const url = src.startsWith('//') ? `https:${src}` : src
  const text = typeof title === 'string' && title !== '' ? title : url
  return {
    type: 'paragraph',
    children: [{ type: 'link', url, title: null, children: [{ type: 'text', value: text }] }],
  }
}

/** A figure with one image and a caption in plain text, without links, is an image with a title. */
const figure: Handle = (state, element) => {
  const images: Element[] = []
  const captions: Element[] = []
  let hasLink = false
  visit(element, 'element', (child) => {
    if (child.tagName === 'img') images.push(child)
    if (child.tagName === 'figcaption') captions.push(child)
    // A link to the image in its full size is not needed: readers can enlarge images.
    const { href } = child.properties
    hasLink ||= typeof href === 'string' && !/\.(?:png|jpe?g|gif|webp|svg|avif)(?:[?#]|$)/i.test(href)
  })
  const [image] = images
  const caption = captions.map((child) => hastToString(child).trim()).join(' ')
  if (!image || images.length > 1 || hasLink || /[\u{F0000}"]/u.test(caption))
    return state.toFlow(state.all(element))
  const { src, alt } = image.properties
  const node = {
    type: 'image' as const,
    url: String(src ?? ''),
    alt: String(alt ?? ''),
    title: caption || null,
  }
  return { type: 'paragraph', children: [node] }
}

/** What Markdown cannot express, for the audit. */
function findOmitted(tree: Root): string[] {
  const notes = new Set<string>()
  visit(tree, 'element', ({ tagName, properties }) => {
    if (/^(?:script|style|form|object|embed|canvas|svg)$/.test(tagName))
      notes.add(translate`<${tagName}> is not imported.`)
    if (tagName === 'iframe') notes.add(translate`The frame ${properties.src} is a link now.`)
    if (/^t[dh]$/.test(tagName) && (properties.colSpan || properties.rowSpan))
      notes.add(translate`A table with merged cells: each cell is repeated or empty now.`)
    const style = String(properties.style ?? '')
    if (/color|background|font-size|text-align:\s*(?:center|right)/.test(style))
      notes.add(translate`Colours, sizes or alignment of text are not imported.`)
  })
  return [...notes]
}

function countPage(tree: Root): DraftCounts {
  const texts: string[] = []
  let images = 0
  let links = 0
  visit(tree, (node) => {
    if (node.type === 'text') texts.push(node.value)
    if (node.type !== 'element') return
    if (node.tagName === 'img') images++
    if (node.tagName === 'a' && node.properties.href) links++
    return /^(?:script|style|pre|code|noscript|iframe)$/.test(node.tagName) ? SKIP : undefined
  })
  return { words: countProse(texts.join('\n')), images, links }
}
