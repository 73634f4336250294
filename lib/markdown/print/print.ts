import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import { type Label, plainNumber } from '../numbering/label'
import type { PlacedFormula } from '../rehype/rehype-formulas'
import type { Heading } from '../rehype/rehype-headings'
import { formulaOf } from '../text/count'
import { copyTree } from '../tree/copy'
import { SKIP, visit } from '../tree/visit'
import { type WrapperTexts, wrapWideContent } from '../tree/wrap-wide-content'
import { hasDeferredValues } from './deferred-value'
import { escapeText } from './escape'
import { fillMarks, hasMark } from './formula-marks'
import type { FormulaTable } from './formula-table'
import { isMarker } from './teaser'

/**
 * A printed article: pieces of static HTML, and nodes for React. Everything without a component is static HTML; each
 * component, and each element that contains one, is a node.
 */
export interface Print {
  nodes: PrintNode[]
  /** The pieces of static HTML. `nodes` contains their indexes. */
  html: string[]
}

export type PrintNode =
  | number
  | {
      name: string
      props: Record<string, unknown>
      inline: boolean
      children: PrintNode[]
      /** Of a component: where the article uses it, as `content/posts/x.mdx:17`. */
      place?: string
      /** Of a component: its replacement on paper and in feeds. */
      fallback?: string
    }

export type JsxElement = MdxJsxFlowElement | MdxJsxTextElement

/** The page for which an article is printed. */
interface Target {
  /** URL at the start of links into the article; empty on the article's page. */
  base: string
  /** Print ids: only on the article's page. */
  ids: boolean
  setting: PrintSetting
}

/** How an article is printed. */
export interface PrintSetting {
  words: PrintTexts
  /** Collects the HTML of the formulas. */
  formulas: FormulaTable
}

/** Texts of a page that are not the author's, in the article's language. */
export interface PrintTexts extends WrapperTexts {
  /** Accessible name of displayed formulas. */
  equationLabel: string
}

/** Print the article's page, with ids and anchors. */
export function printPage(tree: Root, setting: PrintSetting): Print {
  return print(
    tree.children.filter((node) => !isMarker(node)),
    { base: '', ids: true, setting },
  )
}

/**
 * Print the teaser for a list of articles: without ids, because a page has several teasers; with headings one level down,
 * because the title above is an h2; with links to the article's page instead of fragments.
 */
export function printTeaser(children: RootContent[], url: string, setting: PrintSetting): Print {
  const tree = copyTree({ type: 'root', children } as Root)
  removeIds(tree, url)
  visit(tree, 'element', (element) => {
    const depth = /^h([1-6])$/.exec(element.tagName)?.[1]
    if (depth) element.tagName = `h${Math.min(6, Number(depth) + 1)}`
  })
  return print(tree.children, { base: url, ids: false, setting })
}

/**
 * Print the elements that have a label, by anchor, for previews of references.
 */
export function printPreviews(
  tree: Root,
  labels: readonly Label[],
  url: string,
  setting: PrintSetting,
): Record<string, string> {
  const anchors = new Set(labels.map(({ anchor }) => anchor))
  const previews = new Map<string, string>()
  visit(tree, 'element', (element) => {
    const { id } = element.properties
    const elementAnchors = typeof id === 'string' ? [id] : anchorsOf(formulaOf(element))
    for (const anchor of elementAnchors.filter((anchor) => anchors.has(anchor))) {
      const copy = copyTree({ type: 'root', children: [element] } as Root)
      removeIds(copy, url)
      previews.set(anchor, print(copy.children, { base: url, ids: false, setting }).html.join(''))
    }
  })
  return Object.fromEntries(previews)
}

function anchorsOf(formula: PlacedFormula | undefined): string[] {
  return (formula?.marks ?? []).flatMap((mark) => (mark.kind === 'number' ? [mark.anchor] : []))
}

/** Prepare a tree for another page: remove ids and anchors, and let links lead to the article's page. */
function removeIds(tree: Root, url: string): void {
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

/** Print the table of contents, with typeset formulas and without headings below level 3. */
export function printContents(tree: Root, headings: readonly Heading[], setting: PrintSetting): string {
  const wanted = headings.filter(({ depth }) => depth <= 3)
  if (wanted.length < 2) return ''
  const labels = new Map<string, string>()
  visit(tree, 'element', (element) => {
    const { id } = element.properties
    if (!/^h[1-6]$/.test(element.tagName) || typeof id !== 'string') return
    const children = element.children.filter((child) => !(child.type === 'element' && isAnchor(child)))
    labels.set(id, stringify(children.flatMap(toContents), { base: '', ids: false, setting }))
    return SKIP
  })
  const items = wanted.map(
    ({ depth, id }) =>
      `<li class="level-${depth}"><a href="#${encodeURIComponent(id)}">${labels.get(id) ?? ''}</a></li>`,
  )
  return `<ol>${items.join('')}</ol>`
}

/**
 * Prepare part of a heading for the table of contents, where it is inside a link: links become spans, and components are
 * replaced by their children.
 */
function toContents(node: ElementContent): ElementContent[] {
  if (isComponent(node)) return (node.children as ElementContent[]).flatMap(toContents)
  if (node.type !== 'element' || formulaOf(node)) return [node]
  const children = node.children.flatMap(toContents)
  return [
    node.tagName === 'a' ? { ...node, tagName: 'span', properties: {}, children } : { ...node, children },
  ]
}

function print(children: RootContent[], target: Target): Print {
  const html: string[] = []
  const wrapped = children.map((child) => wrapWideContent(child, target.setting.words))
  return { nodes: toNodes(wrapped, html, target), html }
}

function toNodes(
  children: readonly (RootContent | ElementContent)[],
  html: string[],
  target: Target,
): PrintNode[] {
  const nodes: PrintNode[] = []
  let staticRun: RootContent[] = []
  const flush = () => {
    const text = stringify(staticRun, target)
    if (text.trim() !== '') nodes.push(html.push(text) - 1)
    staticRun = []
  }
  for (const child of children) {
    if (!containsComponent(child)) {
      staticRun.push(child)
      continue
    }
    flush()
    if (isComponent(child)) {
      const { name, data } = child
      const inline = child.type === 'mdxJsxTextElement'
      const inner = toNodes(child.children as ElementContent[], html, target)
      const { props, place, fallback } = data ?? {}
      nodes.push({
        name: name ?? '',
        props: { ...props },
        inline,
        children: inner,
        ...(place !== undefined && { place }),
        ...(fallback !== undefined && { fallback }),
      })
    } else if (child.type === 'element') {
      const inline = /^(p|span|em|strong|a|li|td|th|h[1-6])$/.test(child.tagName)
      nodes.push({
        name: child.tagName,
        props: wrapperProps(child),
        inline,
        children: toNodes(child.children, html, target),
      })
    }
  }
  flush()
  return nodes
}

/** Properties with React's names. `style` is left out, because React does not accept a string. */
function wrapperProps({ properties: { style: _, ...properties } }: Element): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      attributeOf(name),
      Array.isArray(value) ? value.join(' ') : value,
    ]),
  )
}

/** `ariaLabel` → `aria-label`, `dataFootnoteRef` → `data-footnote-ref`. Other names are the same in React. */
function attributeOf(property: string): string {
  if (property.startsWith('aria')) return `aria-${property.slice(4).toLowerCase()}`
  if (!property.startsWith('data')) return property
  return property.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)
}

function containsComponent(node: Nodes): boolean {
  if (isComponent(node)) return true
  return 'children' in node && node.children.some((child) => containsComponent(child))
}

/** Is this a component, which React renders? */
export function isComponent(node: Nodes | JsxElement): node is JsxElement & Nodes {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
}

/** Is this the link of a heading to itself? */
export function isAnchor({ tagName, properties }: Element): boolean {
  return tagName === 'a' && Array.isArray(properties.className) && properties.className.includes('anchor')
}

/** Serialise to HTML. The HTML of formulas and code is inserted unchanged. */
function stringify(children: (RootContent | ElementContent)[], target: Target): string {
  const finished = children.map((child) => withFinishedHtml(child, target))
  return toHtml({ type: 'root', children: finished } as Root, { allowDangerousHtml: true })
}

function withFinishedHtml<Node extends RootContent | ElementContent>(
  node: Node,
  target: Target,
): Node | { type: 'raw'; value: string } {
  if (node.type !== 'element') return node
  const formula = formulaOf(node)
  if (formula) return { type: 'raw', value: formulaHtml(formula, node, target) }
  const { highlighted } = node.data ?? {}
  const children = highlighted
    ? [{ type: 'raw', value: highlighted }]
    : node.children.map((child) => withFinishedHtml(child, target))
  return { ...node, children } as Node
}

/** A formula with its wrappers. A display can be focused, because it scrolls if it is too wide. */
function formulaHtml(formula: PlacedFormula, { properties }: Element, target: Target): string {
  const { tex, html, numbers, display, environment, error } = formula
  if (error !== undefined)
    return `<span class="formula-error"><code>${escapeText(tex)}</code> ${escapeText(error)}</span>`
  const classes = Array.isArray(properties.className) ? properties.className.join(' ') : 'formula'
  const body = fillFormula(html, formula, target)
  if (!display) return `<span class="${classes}" translate="no">${body}</span>`
  const kind =
    (environment.startsWith('multline') ? ' multline' : '') + (hasLongTag(formula) ? ' long-tag' : '')
  const label = escapeText(target.setting.words.equationLabel)
  const scroller = `<span class="display-body" tabindex="0" role="group" aria-label="${label}">${body}</span>`
  const numbersHtml = numbers
    ? `<span class="katex numbers">${fillFormula(numbers, formula, target)}</span>`
    : ''
  const end = properties.dataEndsProof ? '<span class="qed">∎</span>' : ''
  return `<span class="display${kind}" translate="no">${scroller}${numbersHtml}${end}</span>`
}

/** Is the only number a tag that leaves too little room for the formula on a phone? Han characters are twice as wide as others. */
function hasLongTag({ marks, environment }: PlacedFormula): boolean {
  const [mark, other] = marks.filter(({ kind }) => kind === 'number')
  if (mark?.kind !== 'number' || other || !/^(?:equation)?$/.test(environment)) return false
  if (hasDeferredValues(mark.number)) return false
  return plainNumber(mark.number).replace(/\p{Script=Han}/gu, 'MM').length > maxTag
}

/** Width of a tag, in Latin letters, up to which it is beside its formula on a phone. */
const maxTag = 8

/**
 * Replace the marks in a formula: first those in addresses of links, then those in text. HTML without marks is the same on
 * every page and goes into the table of formulas.
 */
function fillFormula(html: string, { marks }: PlacedFormula, { base, ids, setting }: Target): string {
  if (!hasMark(html)) return setting.formulas.refer(html)
  const linked = html.replace(/href="#([\uFDD0-\uFDEF]{2})"/g, (_, address: string) => {
    let attributes = ''
    fillMarks(address, (index) => {
      const mark = marks[index]
      if (mark?.kind === 'number') {
        const id = ids ? `id="${escapeText(mark.anchor)}" ` : ''
        attributes = `${id}href="${base}#${escapeText(mark.anchor)}"`
      } else if (mark?.kind === 'reference') {
        const href = mark.href.startsWith('#') ? base + mark.href : mark.href
        // The link is hidden from assistive technology, so the keyboard must not reach it.
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
