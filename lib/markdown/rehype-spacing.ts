import type { Element, ElementContent, Root, Text } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import { besideHan } from './beside-han'
import { SKIP, visit } from './visit'

const closing = /^[\p{Pe}\p{Pf}\p{Po}]+/u
const opening = /[\p{Ps}\p{Pi}]/u

/** Characters that are seen of a formula up to which it is short enough to stand on one line: half a line of a phone. */
const short = 16

/**
 * Say where Han characters touch an inline formula: the stylesheet sets a little space there, and none before
 * punctuation, which brings its own. `text-autospace` does not see into KaTeX's boxes, and no space enters the text.
 * A short formula is kept on one line with the punctuation that touches it: browsers part them otherwise, for a
 * formula is to them as a picture is.
 *
 *     设x与y，  →  设<span class="formula after-han before-han">x</span>与<span class="unbroken">…y，</span>
 */
export function rehypeSpacing() {
  return (tree: Root): void => {
    visit(tree, 'element', (element, index, parent) => {
      const { equation } = element.data ?? {}
      if (!equation || equation.display || !parent || index === undefined) return
      const [before, after] = [parent.children[index - 1], parent.children[index + 1]]
      element.properties.className = ['formula', ...besideHan(textOf(before), textOf(after))]
      if (seenLength(equation.source) > short) return
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

/** About as many characters as a formula shows: a command is one, braces and blanks are none. */
function seenLength(tex: string): number {
  return tex.replace(/\\[a-zA-Z]+/g, 'x').replace(/[\s{}^_]/g, '').length
}

/** Take the brackets that a text ends with. Read from its end: a search through every text before a formula is slow. */
function takeOpening(text: Text): Text | undefined {
  const { value } = text
  let start = value.length
  while (start > 0 && opening.test(value.charAt(start - 1))) start--
  if (start === value.length) return undefined
  text.value = value.slice(0, start)
  return { type: 'text', value: value.slice(start) }
}

/** Take the punctuation that a text begins with. */
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
