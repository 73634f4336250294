import type { ElementContent, Root } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'

const closing = /^[\p{Pe}\p{Pf}\p{Po}]/u
const opening = /[\p{Ps}\p{Pi}]$/u

/**
 * Say where Han characters touch an inline formula: the stylesheet sets a little space there, and none before
 * punctuation, which brings its own. `text-autospace` does not see into KaTeX's boxes, and no space enters the text.
 * And say where punctuation follows or precedes, which must not be parted from it at the end of a line.
 *
 *     设x与y，  →  <span class="formula after-han before-han"> … <span class="formula after-han before-point">
 */
export function rehypeSpacing() {
  return (tree: Root): void => {
    visit(tree, 'element', (element, index, parent) => {
      if (!element.data?.equation || element.data.equation.display || !parent || index === undefined) return
      const before = parent.children[index - 1]
      const after = parent.children[index + 1]
      const classes = ['formula']
      const [textBefore, textAfter] = [textOf(before), textOf(after)]
      if (/\p{Script=Han}$/u.test(textBefore)) classes.push('after-han')
      if (/^\p{Script=Han}/u.test(textAfter)) classes.push('before-han')
      if (opening.test(textBefore)) classes.push('after-point')
      if (closing.test(textAfter)) classes.push('before-point')
      element.properties.className = classes
    })
  }
}

function textOf(node: Root['children'][number] | ElementContent | undefined): string {
  if (!node || (node.type === 'element' && node.data?.equation)) return ''
  return 'value' in node || 'children' in node ? hastToString(node as ElementContent) : ''
}
