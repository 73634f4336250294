import type { Element, ElementContent, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { copyTree } from './copy'
import { formulaOf } from './count'
import { escapeText } from './escape'
import { plainNumber } from './label'
import { holdsLate } from './late'
import { fillMarks } from './mark'
import { isAnchor, isComponent, type JsxElement } from './print'
import type { PlacedFormula } from './rehype-formulas'
import { isMarker } from './teaser'
import { SKIP, visit } from './visit'

/**
 * Print for feed readers: formulas as MathML alone, plain code, absolute addresses, no classes or styles,
 * and a link to the site where a component stands. Footnotes keep their ids, with the article's name before them: a
 * reader shows many articles in one page.
 */
export function printFeed(
  tree: Root,
  options: { url: string; siteUrl: string; lang: string; componentNote: string },
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
      parent.children[index] = componentLink(node, options)
      return SKIP
    }
    if (node.type !== 'element') return
    const formula = formulaOf(node)
    if (formula) {
      parent.children[index] = { type: 'raw', value: feedFormula(formula) }
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
      // Of a list of tasks: a reader would show a field to write in.
      parent.children[index] = { type: 'text', value: node.properties.checked ? '☑' : '☐' }
      return SKIP
    }
    addShown(node, options.lang)
    node.properties = { ...feedProperties(node, options), ...noteProperties(node, name, notes) }
    return
  })
  return toHtml(copy, { allowDangerousHtml: true })
}

/** What a stylesheet adds on the site: the brackets around a statement's title, and the space after its head. */
function addShown({ properties, children }: Element, lang: string): void {
  const classes = [properties.className].flat()
  const text = (value: string) => ({ type: 'text' as const, value })
  const [before, after] = lang === 'en' ? [' (', ')'] : ['（', '）']
  if (classes.includes('statement-title'))
    children.splice(0, children.length, text(before), ...children, text(after))
  if (classes.includes('statement-head')) children.push(text('\u2002'))
  if (classes.includes('qed')) children.unshift(text('\u2002'))
}

/** Ids of the article's footnotes and of where they are called. */
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

/** MathML with its numbers as text: a link inside it would work in no reader. */
function feedFormula({ mathml, marks, tex, error }: PlacedFormula): string {
  if (error !== undefined) return `<code>${escapeText(tex)}</code>`
  return fillMarks(mathml, (index) => {
    const mark = marks[index]
    return plainNumber(mark?.kind === 'number' ? mark.number : (mark?.text ?? ''))
  })
}

/** Properties that mean the same everywhere. */
const kept = [
  'align',
  'alt',
  'colSpan',
  'controls',
  'dateTime',
  'dir',
  'height',
  'lang',
  'reversed',
  'rowSpan',
  'start',
  'title',
  'value',
  'width',
]

function feedProperties(
  { properties }: Element,
  options: { url: string; siteUrl: string },
): Element['properties'] {
  const { href, src } = properties
  const base = options.siteUrl + options.url
  const absolute = (address: string) => {
    // An address that only the whole site knows is a path of it.
    if (holdsLate(address)) return options.siteUrl + address
    return URL.canParse(address, base) ? new URL(address, base).href : address
  }
  return {
    ...Object.fromEntries(
      kept.flatMap((name) => (properties[name] === undefined ? [] : [[name, properties[name]]])),
    ),
    ...(typeof href === 'string' && { href: absolute(href) }),
    ...(typeof src === 'string' && { src: absolute(src) }),
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
    children: [{ type: 'text', value: componentNote }],
  }
  return node.type === 'mdxJsxTextElement'
    ? link
    : { type: 'element', tagName: 'p', properties: {}, children: [link] }
}
