import type { ElementContent, Root } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'

/**
 * Say where Han characters touch an inline formula: the stylesheet sets a little space there, and none before
 * punctuation, which brings its own. `text-autospace` does not see into KaTeX's boxes, and no space enters the text.
 *
 *     设 x 与，  →  <span class="formula after-han before-han">
 */
export function rehypeSpacing() {
  return (tree: Root): void => {
    visit(tree, 'element', (element, index, parent) => {
      if (!element.data?.equation || element.data.equation.display || !parent || index === undefined) return
      const before = parent.children[index - 1]
      const after = parent.children[index + 1]
      const classes = ['formula']
      if (before && /\p{Script=Han}$/u.test(textOf(before))) classes.push('after-han')
      if (after && /^\p{Script=Han}/u.test(textOf(after))) classes.push('before-han')
      element.properties.className = classes
    })
  }
}

function textOf(node: Root['children'][number] | ElementContent): string {
  if (node.type === 'element' && node.data?.equation) return ''
  return 'value' in node || 'children' in node ? hastToString(node as ElementContent) : ''
}
