import type { Nodes, Parents, Root } from 'mdast'
import type {} from 'mdast-util-mdx-jsx'
import type { VFile } from 'vfile'
import { isLiteralElement } from '../syntax/html-text'
import { SKIP, visit } from '../tree/visit'

/**
 * Keep dollars in `<code>`, `<kbd>` and the like as characters.
 *
 *     <code>$x$</code>   →   html `<code>`, text `$x$`, html `</code>`
 */
export function remarkLiteralHtml() {
  return (tree: Root, file: VFile): void => {
    const source = String(file)
    visit(tree, (node) => {
      if (!('children' in node)) return
      restoreBetweenTags(node, source)
      if (!isLiteralJsx(node)) return
      restoreChildren(node, source)
      return SKIP
    })
  }
}

/** An element such as `<code>` in .mdx. */
function isLiteralJsx(node: Nodes): node is Nodes & Parents {
  const isJsx = node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement'
  return isJsx && isLiteralElement(node.name ?? '')
}

function restoreChildren(parent: Parents, source: string): void {
  for (const child of parent.children) if ('children' in child) restoreChildren(child, source)
  parent.children = parent.children.map((child) => toText(child, source)) as never
}

/** Restore the formulas between the start tag and the end tag of an element in .md. */
function restoreBetweenTags({ children }: Parents, source: string): void {
  let open: { name: string; index: number } | undefined
  for (const [index, node] of children.entries()) {
    if (node.type !== 'html') continue
    const [, slash, tagName = ''] = /^<(\/?)([a-zA-Z]+)/.exec(node.value) ?? []
    const name = tagName.toLowerCase()
    if (!open && slash === '' && isLiteralElement(name)) open = { name, index }
    else if (open && slash === '/' && name === open.name) {
      for (let place = open.index + 1; place < index; place++)
        children[place] = toText(children[place] as Nodes, source) as never
      open = undefined
    }
  }
}

/** A formula or reference as the text of its source; other nodes as they are. */
function toText(node: Nodes, source: string): Nodes {
  if (!/^(inlineMath|crossReference|citation|texCommand|texEnvironment)$/.test(node.type)) return node
  const { position } = node
  const value = source.slice(position?.start.offset, position?.end.offset)
  return { type: 'text', value, ...(position && { position }) }
}
