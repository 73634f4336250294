import type { Element, ElementContent, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { type Language, languages } from '../../site/languages'
import { plainNumber } from '../numbering/label'
import type { PlacedFormula } from '../rehype/rehype-formulas'
import { isAnchor } from '../rehype/rehype-headings'
import { formulaOf } from '../text/count'
import { decodePath } from '../text/decode'
import { isComponent, type JsxElement } from '../tree/component'
import { copyTree } from '../tree/copy'
import { createElement } from '../tree/create-element'
import { SKIP, visit } from '../tree/visit'
import { hasDeferredValues } from './deferred-value'
import { escapeText } from './escape'
import { fillMarks } from './formula-marks'
import { isMarker } from './teaser'

/**
 * Print for feeds: formulas as MathML only, code without highlighting, absolute URLs, no classes or styles. A component becomes
 * its children, or a link to the site. Ids of footnotes start with the name of the article, because a feed reader may show many articles on
 * one page.
 */
export function printFeed(
  tree: Root,
  options: { url: string; siteUrl: string; lang: Language; componentNote: string },
): string {
  const copy = copyTree({
    type: 'root',
    children: tree.children.filter((node) => !isMarker(node)),
  } as Root)
  const name = options.url.slice(options.url.lastIndexOf('/') + 1)
  const notes = noteIds(copy)
  visit(copy, (node, index, parent) => {
    if (!parent || index === undefined) return
    if (isComponent(node)) {
      if (node.children.length === 0) {
        parent.children[index] = componentLink(node, options)
        return SKIP
      }
      parent.children.splice(index, 1, ...(node.children as ElementContent[]))
      return [SKIP, index]
    }
    if (node.type !== 'element') return
    const formula = formulaOf(node)
    if (formula) {
      const end = node.properties.dataEndsProof ? '\u2002∎' : ''
      parent.children[index] = { type: 'raw', value: feedFormula(formula) + end }
      return SKIP
    }
    if (isAnchor(node)) {
      parent.children.splice(index, 1)
      return [SKIP, index]
    }
    if (node.tagName === 'script' || node.tagName === 'style') {
      parent.children.splice(index, 1)
      return [SKIP, index]
    }
    if (node.tagName === 'input') {
      // A checkbox of a task list. Feed readers may show an input field.
      parent.children[index] = { type: 'text', value: node.properties.checked ? '☑' : '☐' }
      return SKIP
    }
    addStyledText(node, options.lang)
    if (node.tagName === 'video' || node.tagName === 'audio') preparePlayer(node)
    node.properties = { ...feedProperties(node, options), ...noteProperties(node, name, notes) }
    return
  })
  return toHtml(copy, { allowDangerousHtml: true })
}

/** Add what the stylesheet adds on the site: brackets around the title of a statement, and space after its head. */
function addStyledText({ properties, children }: Element, lang: Language): void {
  const classes = [properties.className].flat()
  const text = (value: string) => ({ type: 'text' as const, value })
  const [before, after] = languages[lang].parentheses
  if (classes.includes('statement-title'))
    children.splice(0, children.length, text(before), ...children, text(after))
  if (classes.includes('statement-head')) children.push(text('\u2002'))
  if (classes.includes('qed')) children.unshift(text('\u2002'))
}

/** A player, with a link for readers of feeds that show none: most drop the element and keep its content. */
function preparePlayer({ properties, children }: Element): void {
  const { src, ariaLabel } = properties
  properties.controls = true
  if (typeof src !== 'string' || children.some(({ type }) => type === 'text')) return
  const text = String(ariaLabel ?? decodePath(src.slice(src.lastIndexOf('/') + 1)))
  children.push(createElement('a', { href: src }, [{ type: 'text', value: text }]))
}

/** Ids of the article's footnotes and of the references to them. */
function noteIds(tree: Root): ReadonlySet<string> {
  const ids = new Set<string>()
  visit(tree, 'element', ({ properties: { dataFootnoteRef, id, href } }) => {
    if (dataFootnoteRef !== undefined) ids.add(String(id)).add(String(href).slice(1))
  })
  return ids
}

function noteProperties({ properties: { id, href } }: Element, name: string, notes: ReadonlySet<string>) {
  const target = typeof href === 'string' && href.startsWith('#') && href.slice(1)
  return {
    ...(typeof id === 'string' && notes.has(id) && { id: `${name}-${id}` }),
    ...(target && notes.has(target) && { href: `#${name}-${target}` }),
  }
}

/** MathML with numbers as text, because links in MathML do not work in feed readers. */
function feedFormula({ mathml, marks, tex, error }: PlacedFormula): string {
  if (error !== undefined) return `<code>${escapeText(tex)}</code>`
  const numbered = mathml.replace(/<mtext>\(([\uFDD0-\uFDEF]{2})\)<\/mtext>/g, (whole, number: string) =>
    isStarred(number, marks) ? `<mtext>${number}</mtext>` : whole,
  )
  return fillMarks(numbered, (index) => {
    const mark = marks[index]
    return plainNumber(mark?.kind === 'number' ? mark.number : (mark?.text ?? ''))
  })
}

/** Is this the mark of a number without parentheses? KaTeX's MathML does not tell them apart. */
function isStarred(number: string, marks: PlacedFormula['marks']): boolean {
  let starred = false
  fillMarks(number, (index) => {
    const mark = marks[index]
    starred = mark?.kind === 'number' && mark.starred === true
    return ''
  })
  return starred
}

/** Properties that mean the same without a stylesheet or script. */
const portableProperties = [
  'align',
  'alt',
  'colSpan',
  'controls',
  'dateTime',
  'dir',
  'height',
  'kind',
  'label',
  'lang',
  'reversed',
  'rowSpan',
  'srcLang',
  'start',
  'title',
  'value',
  'width',
]

function feedProperties(
  { properties }: Element,
  options: { url: string; siteUrl: string },
): Element['properties'] {
  const { href, src, poster } = properties
  const base = options.siteUrl + options.url
  const absolute = (address: string) => {
    // A deferred URL is a path of the site.
    if (hasDeferredValues(address)) return options.siteUrl + address
    return URL.canParse(address, base) ? new URL(address, base).href : address
  }
  return {
    ...Object.fromEntries(
      portableProperties.flatMap((name) =>
        properties[name] === undefined ? [] : [[name, properties[name]]],
      ),
    ),
    ...(typeof href === 'string' && { href: absolute(href) }),
    ...(typeof src === 'string' && { src: absolute(src) }),
    ...(typeof poster === 'string' && { poster: absolute(poster) }),
  }
}

function componentLink(
  node: JsxElement,
  { url, siteUrl, componentNote }: { url: string; siteUrl: string; componentNote: string },
): ElementContent {
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties: { href: siteUrl + url },
    children: [{ type: 'text', value: node.data?.fallback ?? componentNote }],
  }
  return node.type === 'mdxJsxTextElement'
    ? link
    : { type: 'element', tagName: 'p', properties: {}, children: [link] }
}
