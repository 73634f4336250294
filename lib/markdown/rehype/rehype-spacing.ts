import type { Element, ElementContent, Root, Text } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import { classesBesideHan } from '../text/beside-han'
import { SKIP, visit } from '../tree/visit'

const closing = /^[\p{Pe}\p{Pf}\p{Po}]+/u
const opening = /[\p{Ps}\p{Pi}]/u

/** Visible characters up to which a line before a formula may be stretched. */
const maxStretching = 4

/** Visible characters up to which a formula is kept on one line with punctuation: half a line on a phone. */
const maxUnbroken = 16

/**
 * Mark inline formulas next to Han characters: the stylesheet adds a small space there, but none next to punctuation, which
 * has space itself. `text-autospace` does not work with KaTeX's boxes, and a space in the text would be copied with it.
 *
 * A formula that is not too long is kept on one line with the punctuation next to it. Browsers would allow a line break
 * between them, as next to an image. Formulas of more than a few characters have the class `long`: the line before them is
 * not stretched when they begin a line.
 *
 *     设x与y，  →  设<span class="formula after-han before-han">x</span>与<span class="unbroken">…y，</span>
 */
export function rehypeSpacing() {
  return (tree: Root): void => {
    visit(tree, 'element', (element, index, parent) => {
      const { equation } = element.data ?? {}
      if (!equation || equation.display || !parent || index === undefined) return
      const [before, after] = [parent.children[index - 1], parent.children[index + 1]]
      const length = visibleLength(equation.source)
      const classes = ['formula', ...classesBesideHan(textOf(before), textOf(after))]
      element.properties.className = length > maxStretching ? [...classes, 'long'] : classes
      if (length > maxUnbroken) return
      const start = before?.type === 'text' ? takeOpening(before) : undefined
      const end = after?.type === 'text' ? takeClosing(after) : undefined
      if (!start && !end) return
      parent.children[index] = {
        type: 'element',
        tagName: 'span',
        properties: { className: ['unbroken'] },
        children: [start, element, end].filter((node) => node !== undefined) as Element['children'],
      }
      return [SKIP, index + 1]
    })
  }
}

/** The approximate number of visible characters: a command is one, braces and spaces are none. */
function visibleLength(tex: string): number {
  return tex.replace(/\\[a-zA-Z]+/g, 'x').replace(/[\s{}^_]/g, '').length
}

/** Remove the opening brackets at the end of a text. Without a regular expression, which would scan the whole text. */
function takeOpening(text: Text): Text | undefined {
  const { value } = text
  let start = value.length
  while (start > 0 && opening.test(value.charAt(start - 1))) start--
  if (start === value.length) return undefined
  text.value = value.slice(0, start)
  return { type: 'text', value: value.slice(start) }
}

/** Remove the punctuation at the start of a text. */
function takeClosing(text: Text): Text | undefined {
  const [value] = closing.exec(text.value) ?? []
  if (!value) return undefined
  text.value = text.value.slice(value.length)
  return { type: 'text', value }
}

function textOf(node: Root['children'][number] | ElementContent | undefined): string {
  if (!node || (node.type === 'element' && node.data?.equation)) return ''
  return 'value' in node || 'children' in node ? hastToString(node as ElementContent) : ''
}
