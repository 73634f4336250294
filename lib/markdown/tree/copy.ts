import type { Node } from 'unist'

/** Copy a tree in order to change it. The nodes' `data` is shared, because typeset formulas are large and do not change. */
export function copyTree<Tree extends Node>(node: Tree): Tree {
  const copy: Tree & { properties?: object; children?: Node[] } = { ...node }
  if (copy.properties) copy.properties = { ...copy.properties }
  if (copy.children) copy.children = copy.children.map(copyTree)
  return copy
}
