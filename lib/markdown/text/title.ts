import type { PhrasingContent, Root } from 'mdast'
import type { Node } from 'unist'
import { visit } from '../tree/visit'

/**
 * The content of a title that is an attribute, parsed as Markdown. Its nodes get the position of the node that has the
 * attribute, because their own positions are not those of the file.
 */
export function readTitle(parsed: Root, { position }: Node): PhrasingContent[] {
  visit(parsed, (inner) => {
    if (position) inner.position = position
  })
  const [first] = parsed.children
  return first?.type === 'paragraph' ? first.children : []
}
