import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import { copyTree } from './copy'
import { formulaOf } from './count'
import { escapeText } from './escape'
import type { FormulaTable } from './formula-table'
import { type FrameWords, frame } from './frame'
import type { Label } from './label'
import { fillMarks, holdsMark } from './mark'
import type { PlacedFormula } from './rehype-formulas'
import type { Heading } from './rehype-headings'
import { isMarker } from './teaser'
import { SKIP, visit } from './visit'

/**
 * A printed article: static HTML by number, and what stands between. Whatever holds no component is HTML;
 * a component, or an element that holds one, is a node of its own.
 */
export interface Print {
  nodes: PrintNode[]
  /** The static pieces; `nodes` refer to them by index. */
  html: string[]
}

export type PrintNode =
  | number
  | { name: string; props: Record<string, unknown>; inline: boolean; children: PrintNode[] }

export type JsxElement = MdxJsxFlowElement | MdxJsxTextElement

/** Where a print is read. */
interface Place {
  /** Address that links into the article start with: empty on its own page. */
  base: string
  /** Its ids may stand here: only on its own page. */
  ids: boolean
  setting: PrintSetting
}

/** How an article is printed. */
export interface PrintSetting {
  words: PrintWords
  /** Receives the HTML of its formulas. */
  formulas: FormulaTable
}

/** What a page says around an article's own words, in the article's language. */
export interface PrintWords extends FrameWords {
  /** What a displayed formula is called, for those who hear the page. */
  equationLabel: string
}

/** Print an article's own page: everything, ids and anchors included. */
export function printPage(tree: Root, setting: PrintSetting): Print {
  return print(
    tree.children.filter((node) => !isMarker(node)),
    { base: '', ids: true, setting },
  )
}

/**
 * Print the opening for a list of articles: no ids (several teasers share a page), headings one level down
 * (the title above is an h2), links into the article made absolute.
 */
export function printTeaser(children: RootContent[], url: string, setting: PrintSetting): Print {
  const tree = copyTree({ type: 'root', children } as Root)
  withoutIds(tree, url)
  visit(tree, 'element', (element) => {
    const depth = /^h([1-6])$/.exec(element.tagName)?.[1]
    if (depth) element.tagName = `h${Math.min(6, Number(depth) + 1)}`
  })
  return print(tree.children, { base: url, ids: false, setting })
}

/**
 * Print what the labels name, by anchor: what a reference shows in its place. Numbers and links as on the page.
 */
export function printPreviews(
  tree: Root,
  labels: readonly Label[],
  url: string,
  setting: PrintSetting,
): Record<string, string> {
  const anchors = new Set(labels.map(({ anchor }) => anchor))
  const previews: Record<string, string> = {}
  visit(tree, 'element', (element) => {
    const { id } = element.properties
    const own = typeof id === 'string' ? [id] : anchorsOf(formulaOf(element))
    for (const anchor of own.filter((anchor) => anchors.has(anchor))) {
      const copy = copyTree({ type: 'root', children: [element] } as Root)
      withoutIds(copy, url)
      previews[anchor] = print(copy.children, { base: url, ids: false, setting }).html.join('')
    }
  })
  return previews
}

function anchorsOf(formula: PlacedFormula | undefined): string[] {
  return (formula?.marks ?? []).flatMap((mark) => (mark.kind === 'number' ? [mark.anchor] : []))
}

/** For another page: no ids, no anchors, links into the article made absolute. */
function withoutIds(tree: Root, url: string): void {
  visit(tree, 'element', (element, index, parent) => {
    if (isAnchor(element) && parent && index !== undefined) {
      parent.children.splice(index, 1)
      return [SKIP, index]
    }
    const { properties } = element
    delete properties.id
    delete properties.ariaDescribedBy
    if (properties.dataFootnoteRef !== undefined) delete properties.style
    if (typeof properties.href === 'string' && properties.href.startsWith('#'))
      properties.href = url + properties.href
    return
  })
}

/** Print the table of contents as nested links, formulas typeset; headings below level 3 are left out. */
export function printContents(tree: Root, headings: readonly Heading[], setting: PrintSetting): string {
  const wanted = headings.filter(({ depth }) => depth <= 3)
  if (wanted.length < 2) return ''
  const labels = new Map<string, string>()
  visit(tree, 'element', (element) => {
    const { id } = element.properties
    if (!/^h[1-6]$/.test(element.tagName) || typeof id !== 'string') return
    const children = element.children.filter((child) => !(child.type === 'element' && isAnchor(child)))
    labels.set(id, stringify(children.map(unlinked), { base: '', ids: false, setting }))
    return SKIP
  })
  const items = wanted.map(
    ({ depth, id }) =>
      `<li class="level-${depth}"><a href="#${encodeURIComponent(id)}">${labels.get(id) ?? ''}</a></li>`,
  )
  return `<ol>${items.join('')}</ol>`
}

/** A link inside a heading must not nest inside the link to that heading. */
function unlinked(node: ElementContent): ElementContent {
  return node.type === 'element' && node.tagName === 'a' ? { ...node, tagName: 'span', properties: {} } : node
}

function print(children: RootContent[], place: Place): Print {
  const html: string[] = []
  const framed = children.map((child) => frame(child, place.setting.words))
  return { nodes: toNodes(framed, html, place), html }
}

function toNodes(
  children: readonly (RootContent | ElementContent)[],
  html: string[],
  place: Place,
): PrintNode[] {
  const nodes: PrintNode[] = []
  let run: RootContent[] = []
  const flush = () => {
    const text = stringify(run, place)
    if (text.trim() !== '') nodes.push(html.push(text) - 1)
    run = []
  }
  for (const child of children) {
    if (!holdsComponent(child)) {
      run.push(child)
      continue
    }
    flush()
    if (isComponent(child)) {
      const { name, data } = child
      const inline = child.type === 'mdxJsxTextElement'
      const inner = toNodes(child.children as ElementContent[], html, place)
      nodes.push({ name: name ?? '', props: { ...data?.props }, inline, children: inner })
    } else if (child.type === 'element') {
      const inline = /^(p|span|em|strong|a|li|td|th|h[1-6])$/.test(child.tagName)
      nodes.push({
        name: child.tagName,
        props: wrapperProps(child),
        inline,
        children: toNodes(child.children, html, place),
      })
    }
  }
  flush()
  return nodes
}

/** Properties as React names them. A style is left out: React takes none as text. */
function wrapperProps({ properties: { style: _, ...properties } }: Element): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      attributeOf(name),
      Array.isArray(value) ? value.join(' ') : value,
    ]),
  )
}

/** `ariaLabel` → `aria-label`, `dataFootnoteRef` → `data-footnote-ref`; others are React's own names. */
function attributeOf(property: string): string {
  if (property.startsWith('aria')) return `aria-${property.slice(4).toLowerCase()}`
  if (!property.startsWith('data')) return property
  return property.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)
}

function holdsComponent(node: Nodes): boolean {
  if (isComponent(node)) return true
  return 'children' in node && node.children.some((child) => holdsComponent(child))
}

/** Is it a component, which only React can print? */
export function isComponent(node: Nodes | JsxElement): node is JsxElement & Nodes {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
}

/** Is it the link to the place where it stands? */
export function isAnchor({ tagName, properties }: Element): boolean {
  return tagName === 'a' && Array.isArray(properties.className) && properties.className.includes('anchor')
}

/** To HTML, with the finished HTML of formulas and code put in as it is. */
function stringify(children: (RootContent | ElementContent)[], place: Place): string {
  const finished = children.map((child) => withFinishedHtml(child, place))
  return toHtml({ type: 'root', children: finished } as Root, { allowDangerousHtml: true })
}

function withFinishedHtml<Node extends RootContent | ElementContent>(
  node: Node,
  place: Place,
): Node | { type: 'raw'; value: string } {
  if (node.type !== 'element') return node
  const formula = formulaOf(node)
  if (formula) return { type: 'raw', value: formulaHtml(formula, node, place) }
  const { highlighted } = node.data ?? {}
  const children = highlighted
    ? [{ type: 'raw', value: highlighted }]
    : node.children.map((child) => withFinishedHtml(child, place))
  return { ...node, children } as Node
}

/** A formula in its frame; a displayed one can be focused, because it scrolls by itself where it is too wide. */
function formulaHtml(formula: PlacedFormula, { properties }: Element, place: Place): string {
  const { tex, html, numbers, display, environment, error } = formula
  if (error !== undefined)
    return `<span class="formula-error"><code>${escapeText(tex)}</code> ${escapeText(error)}</span>`
  const classes = Array.isArray(properties.className) ? properties.className.join(' ') : 'formula'
  const body = fillFormula(html, formula, place)
  if (!display) return `<span class="${classes}" translate="no">${body}</span>`
  const kind = environment.startsWith('multline') ? ' multline' : ''
  const label = escapeText(place.setting.words.equationLabel)
  const scroller = `<span class="display-body" tabindex="0" role="group" aria-label="${label}">${body}</span>`
  const beside = numbers ? `<span class="katex numbers">${fillFormula(numbers, formula, place)}</span>` : ''
  return `<span class="display${kind}" translate="no">${scroller}${beside}</span>`
}

/**
 * Marks become links: first those that stand as addresses, then those that are shown. What holds no mark is the same
 * everywhere and goes to the table.
 */
function fillFormula(html: string, { marks }: PlacedFormula, { base, ids, setting }: Place): string {
  if (!holdsMark(html)) return setting.formulas.refer(html)
  const linked = html.replace(/href="#([\uFDD0-\uFDEF]{2})"/g, (_, own: string) => {
    let attributes = ''
    fillMarks(own, (index) => {
      const mark = marks[index]
      if (mark?.kind === 'number') {
        const id = ids ? `id="${escapeText(mark.anchor)}" ` : ''
        attributes = `${id}href="${base}#${escapeText(mark.anchor)}"`
      } else if (mark) {
        const href = mark.href.startsWith('#') ? base + mark.href : mark.href
        // It lies in what is hidden from assistive technology: not for the Tab key.
        attributes = `href="${escapeText(href)}" class="reference" tabindex="-1"`
      }
      return ''
    })
    return attributes
  })
  return fillMarks(linked, (index) => {
    const mark = marks[index]
    return mark?.kind === 'number' ? mark.number : (mark?.text ?? '')
  })
}
