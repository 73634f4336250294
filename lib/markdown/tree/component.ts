import type { Nodes } from 'hast'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx'

export type JsxElement = MdxJsxFlowElement | MdxJsxTextElement

/** Is this a component, which React renders? */
export function isComponent(node: Nodes | JsxElement): node is JsxElement & Nodes {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
}

/** Is a node a component, or is one in it? */
export function containsComponent(node: Nodes): boolean {
  if (isComponent(node)) return true
  return 'children' in node && node.children.some((child) => containsComponent(child))
}
