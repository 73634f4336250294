import type { Root } from 'mdast'
import type {} from 'mdast-util-math'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'

/**
 * Make `$$…$$` a display formula also where it stands on one line or inside a paragraph.
 * remark-math reads those as inline, and then `\tag` fails (remarkjs/remark-math#115).
 *
 *     有 $$f(x)\tag{3}$$ 根据…   →   inlineMath with class `math-display`
 */
export function remarkDisplayMath() {
  return (tree: Root, file: VFile): void => {
    const source = String(file)
    visit(tree, 'inlineMath', (node) => {
      const start = node.position?.start.offset
      if (start === undefined || !source.startsWith('$$', start)) return
      node.data = {
        ...node.data,
        hProperties: { ...node.data?.hProperties, className: ['language-math', 'math-display'] },
      }
    })
  }
}
