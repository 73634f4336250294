import type { Html, Root } from 'mdast'
import type { MdxFlowExpression } from 'mdast-util-mdx-expression'
import type { VFile } from 'vfile'
import { report } from './problem'
import { SKIP, visit } from './visit'

/** The element that stands where the teaser ends, until the pages are printed. */
export const teaserMarker = 'teaser-marker'

/**
 * Keep the author's mark for the end of the teaser through the pipeline.
 *
 *     the comment `more` in braces, in .mdx      →   <teaser-marker>
 *     <!-- more -->, in .md
 */
export function remarkTeaserMarker() {
  return (tree: Root, file: VFile): void => {
    let found = false
    visit(tree, (node, index, parent) => {
      if (!parent || index === undefined || !isMarker(node as Html)) return
      if (parent.type !== 'root') {
        report(file, node, {
          rule: 'teaser-marker',
          message:
            'The teaser marker stands inside another block; expected it on a line of its own between blocks.',
          hint: 'Put it at the start of a line, with a blank line before and after.',
        })
      } else if (found) {
        report(file, node, {
          rule: 'teaser-marker',
          message: 'A second teaser marker; expected at most one in a file.',
          hint: 'Remove one of the two.',
        })
      }
      found = true
      parent.children.splice(index, 1, { type: 'paragraph', data: { hName: teaserMarker }, children: [] })
      return SKIP
    })
  }
}

function isMarker(node: Html | MdxFlowExpression): boolean {
  if (node.type === 'html') return /^<!--\s*more\s*-->$/.test(node.value.trim())
  return node.type === 'mdxFlowExpression' && /^\/\*\s*more\s*\*\/$/.test(node.value.trim())
}
