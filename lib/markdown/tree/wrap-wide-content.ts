import type { Element, ElementContent, RootContent } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import { formulaOf } from '../text/count'
import { createElement } from './create-element'

/** Texts of the wrappers, in the language of the article. `allLines` contains `{count}`. */
export interface WrapperTexts {
  code: string
  table: string
  allLines: string
}

/** Code is folded from this number of lines: more than a screen shows. */
const minFoldedLines = 41

/**
 * Wrap content that may be wider than the column or very long. Only the pages of the site need this: feeds, Markdown and
 * search use the tree without wrappers. Elements that scroll can be focused, as WCAG requires. Folded code opens and images
 * are enlarged without a script.
 *
 *     <table>       →  <div class="framed"><div tabindex="0" role="group" aria-label="表格"><table>
 *     <pre>         →  <div class="framed"><pre tabindex="0" role="group" aria-label="代码">
 *     a long <pre>  →  <details class="framed"><summary>全部 48 行</summary><pre tabindex="0" …>
 *     <img>         →  <a class="enlarge" href="/media/3f…/cycloid.svg"><img></a>
 */
export function wrapWideContent<Node extends RootContent | ElementContent>(
  node: Node,
  texts: WrapperTexts,
): Node | Element {
  if (!('children' in node) || formulaOf(node)) return node
  if (node.type === 'element' && node.tagName === 'pre') return wrapCode(node, texts)
  // An image in an author's link keeps that link.
  if (node.type === 'element' && node.tagName === 'a') return node
  if (node.type === 'element' && node.tagName === 'img') return linkToImage(node)
  const children = node.children.map((child) => wrapWideContent(child as ElementContent, texts))
  const wrapped = { ...node, children } as Node
  if (node.type !== 'element' || node.tagName !== 'table') return wrapped
  return createFrame([createElement('div', scrollProperties(texts.table), [wrapped as Element])])
}

function wrapCode(pre: Element, { code, allLines }: WrapperTexts): Element {
  const scroller = { ...pre, properties: { ...pre.properties, ...scrollProperties(code) } }
  const lines = hastToString(pre).replace(/\n$/, '').split('\n').length
  if (lines < minFoldedLines) return createFrame([scroller])
  const summary = createElement('summary', {}, [
    { type: 'text', value: allLines.replace('{count}', String(lines)) },
  ])
  return { ...createFrame([summary, scroller]), tagName: 'details' }
}

/** Link an image to its file. An image without alternative text is decoration: its link would have no name. */
function linkToImage(image: Element): Element {
  const { src, alt } = image.properties
  return typeof src === 'string' && alt
    ? createElement('a', { className: ['enlarge'], href: src }, [image])
    : image
}

function createFrame(children: Element[]): Element {
  return createElement('div', { className: ['framed'] }, children)
}

function scrollProperties(name: string): Element['properties'] {
  return { tabIndex: 0, role: 'group', ariaLabel: name }
}
