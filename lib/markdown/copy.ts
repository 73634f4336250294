import type { Node } from 'unist'

/** A copy of a tree that may be changed. Its data are shared: typeset formulas are most of a tree, and stay as they are. */
export function copyTree<Tree extends Node>(node: Tree): Tree {
  const copy: Tree & { properties?: object; children?: Node[] } = { ...node }
  if (copy.properties) copy.properties = { ...copy.properties }
  if (copy.children) copy.children = copy.children.map(copyTree)
  return copy
}
