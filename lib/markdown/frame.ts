import type { Element, ElementContent, RootContent } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import { formulaOf } from './count'

/** What frames say, in the language of the article. `allLines` holds `{count}`. */
export interface FrameWords {
  code: string
  table: string
  allLines: string
}

/** Code of more lines than a screen shows is folded. */
const foldedFrom = 41

/**
 * Frame what may be wider than the column, or longer than one wants to scroll past: on the site's own pages alone. Feeds,
 * Markdown and search see the tree as it was. What scrolls by itself can be focused, as WCAG asks; folded code opens and
 * images are enlarged without script.
 *
 *     <table>       →  <div class="framed"><div tabindex="0" role="group" aria-label="表格"><table>
 *     <pre>         →  <div class="framed"><pre tabindex="0" role="group" aria-label="代码">
 *     a long <pre>  →  <details class="framed"><summary>全部 48 行</summary><pre tabindex="0" …>
 *     <img>         →  <a class="enlarge" href="/media/3f…/cycloid.svg"><img></a>
 */
export function frame<Node extends RootContent | ElementContent>(
  node: Node,
  words: FrameWords,
): Node | Element {
  if (!('children' in node) || formulaOf(node)) return node
  if (node.type === 'element' && node.tagName === 'pre') return frameCode(node, words)
  // An image that an author made a link leads where the author says.
  if (node.type === 'element' && node.tagName === 'a') return node
  if (node.type === 'element' && node.tagName === 'img') return enlargeable(node)
  const children = node.children.map((child) => frame(child as ElementContent, words))
  const whole = { ...node, children } as Node
  if (node.type !== 'element' || node.tagName !== 'table') return whole
  return framed([element('div', scrolling(words.table), [whole as Element])])
}

function frameCode(pre: Element, { code, allLines }: FrameWords): Element {
  const box = { ...pre, properties: { ...pre.properties, ...scrolling(code) } }
  const lines = hastToString(pre).replace(/\n$/, '').split('\n').length
  if (lines < foldedFrom) return framed([box])
  const summary = element('summary', {}, [
    { type: 'text', value: allLines.replace('{count}', String(lines)) },
  ])
  return { ...framed([summary, box]), tagName: 'details' }
}

/** One without words in its place is decoration; as a link it would have no name. */
function enlargeable(image: Element): Element {
  const { src, alt } = image.properties
  return typeof src === 'string' && alt ? element('a', { className: ['enlarge'], href: src }, [image]) : image
}

function framed(children: Element[]): Element {
  return element('div', { className: ['framed'] }, children)
}

function scrolling(name: string): Element['properties'] {
  return { tabIndex: 0, role: 'group', ariaLabel: name }
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children }
}
