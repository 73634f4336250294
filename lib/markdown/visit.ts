import type { Node, Parent } from 'unist'
import type { visit as visitTyped } from 'unist-util-visit'

/** Do not visit the children. */
export const SKIP = 'skip'

type Visitor = (node: Node, index?: number, parent?: Parent) => unknown

/**
 * `visit` of unist-util-visit, with its types and its order, without its tests by function, `EXIT` and the names that
 * it gives to a function for every node, for stack traces: dozens of walks over each article spent most of their time
 * on those.
 *
 * @param test a node type; left out, every node is visited
 * @param visitor returns nothing, `SKIP`, the index to go on from, or both: `[SKIP, index]`
 */
export const visit = ((tree: Node, test: string | Visitor, visitor?: Visitor): void => {
  if (typeof test === 'function') walk(tree, undefined, undefined, undefined, test)
  else if (visitor && typeof test === 'string') walk(tree, undefined, undefined, test, visitor)
  else throw new TypeError('visit takes one node type, or none.')
}) as typeof visitTyped

/** @returns the index to go on from, where the visitor named one */
function walk(
  node: Node,
  index: number | undefined,
  parent: Parent | undefined,
  type: string | undefined,
  visitor: Visitor,
): number | undefined {
  const result = type === undefined || node.type === type ? visitor(node, index, parent) : undefined
  const [action, next] = Array.isArray(result)
    ? result
    : typeof result === 'number'
      ? [undefined, result]
      : [result]
  if (action !== SKIP && 'children' in node) {
    const { children } = node as Parent
    for (let at = 0; at < children.length; ) {
      at = walk(children[at] as Node, at, node as Parent, type, visitor) ?? at + 1
    }
  }
  return next
}
