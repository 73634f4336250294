import type { Html, Root } from 'mdast'
import type { MdxFlowExpression } from 'mdast-util-mdx-expression'
import type { VFile } from 'vfile'
import { translate } from '../../site/messages/translate.mjs'
import { report } from '../problems/problem'
import { SKIP, visit } from '../tree/visit'

/** Name of the element that marks the end of the teaser until the article is printed. */
export const teaserMarker = 'teaser-marker'

/**
 * Replace the author's comment for the end of the teaser by an element, which the pipeline keeps.
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
          message: translate`Found the teaser marker inside another block; expected it on a separate line between blocks.`,
          hint: translate`Put it at the start of a line, with a blank line before and after.`,
        })
      } else if (found) {
        report(file, node, {
          rule: 'teaser-marker',
          message: translate`Found a second teaser marker; expected at most one in a file.`,
          hint: translate`Remove one of the two.`,
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
