import type { Root, RootContent } from 'hast'
import type { Label } from '../../numbering/label'
import type { PlacedFormula } from '../../rehype/rehype-formulas'
import { isAnchor } from '../../rehype/rehype-headings'
import { formulaOf } from '../../text/count'
import { copyTree } from '../../tree/copy'
import { SKIP, visit } from '../../tree/visit'
import { isMarker } from '../teaser'
import { type Print, print } from './print'
import type { PrintSetting } from './target'

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
