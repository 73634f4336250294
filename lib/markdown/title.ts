import type { PhrasingContent, Root } from 'mdast'
import type { Node } from 'unist'
import { visit } from './visit'

/**
 * What a title written as an attribute says, read as Markdown. Positions inside it mean nothing in the file: a
 * problem in it points at the node that carries it.
 */
export function readTitle(parsed: Root, { position }: Node): PhrasingContent[] {
  visit(parsed, (inner) => {
    if (position) inner.position = position
  })
  const [first] = parsed.children
  return first?.type === 'paragraph' ? first.children : []
}
