import type { ElementContent, Root } from 'hast'
import { type Heading, isAnchor } from '../../rehype/rehype-headings'
import { formulaOf } from '../../text/count'
import { isComponent } from '../../tree/component'
import { SKIP, visit } from '../../tree/visit'
import { printHtml } from './print-html'
import type { PrintSetting } from './target'

/** Print the table of contents, with typeset formulas and without headings below level 3. */
export function printContents(tree: Root, headings: readonly Heading[], setting: PrintSetting): string {
  const wanted = headings.filter(({ depth }) => depth <= 3)
  if (wanted.length < 2) return ''
  const labels = new Map<string, string>()
  visit(tree, 'element', (element) => {
    const { id } = element.properties
    if (!/^h[1-6]$/.test(element.tagName) || typeof id !== 'string') return
    const children = element.children.filter((child) => !(child.type === 'element' && isAnchor(child)))
    labels.set(id, printHtml(children.flatMap(toContents), { base: '', ids: false, setting }))
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
