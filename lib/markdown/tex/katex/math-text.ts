import { decodeEntities } from '../../text/entities'

/** An element of MathML or a text. */
type MathNode = string | { name: string; attributes: string; children: MathNode[] }

const doubleStruck: Readonly<Record<string, string>> = {
  C: 'ℂ',
  H: 'ℍ',
  N: 'ℕ',
  P: 'ℙ',
  Q: 'ℚ',
  R: 'ℝ',
  Z: 'ℤ',
}

const superscripts = new Map(zip('0123456789+−-=()nip′', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱᵖ′'))
const subscripts = new Map(zip('0123456789+−-=()aeijknmprstx', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑᵢⱼₖₙₘₚᵣₛₜₓ'))

/**
 * A formula as readable text, for what cannot contain formulas, such as `<title>`.
 *
 *     \mathcal{O}(n)   →  O(n)
 *     \frac{a+b}{2}    →  (a+b)/2
 *     x_1^2 \le \sqrt2  →  x₁²≤√2
 *
 * @param mathml as KaTeX writes it
 */
export function mathText(mathml: string): string {
  return childrenText(parse(mathml)).replace(/\s+/g, ' ').trim()
}

function parse(mathml: string): MathNode[] {
  const root: MathNode[] = []
  const stack: MathNode[][] = [root]
  for (const [, slash, name, attributes = '', text] of mathml.matchAll(
    /<(\/?)([a-z]+)((?:"[^"]*"|[^">])*)>|([^<]+)/g,
  )) {
    const siblings = stack.at(-1) ?? root
    if (text !== undefined) siblings.push(decodeEntities(text))
    else if (slash) stack.pop()
    else if (name !== undefined) {
      const children: MathNode[] = []
      siblings.push({ name, attributes, children })
      if (!attributes.endsWith('/')) stack.push(children)
    }
  }
  return root
}

function childrenText(children: readonly MathNode[]): string {
  return children.map(nodeText).join('')
}

function nodeText(node: MathNode | undefined): string {
  if (node === undefined) return ''
  if (typeof node === 'string') return node
  const { name, attributes, children } = node
  const [first, second, third] = children
  switch (name) {
    case 'annotation':
      return ''
    case 'mi':
    case 'mo':
      return letter(childrenText(children), attributes)
    case 'mspace':
      return ' '
    case 'mfrac':
      return attributes.includes('linethickness="0px"')
        ? `${nodeText(first)}, ${nodeText(second)}`
        : `${group(nodeText(first))}/${group(nodeText(second))}`
    case 'msqrt':
      return `√${group(childrenText(children))}`
    case 'mroot':
      return `${script(nodeText(second), superscripts, '')}√${group(nodeText(first))}`
    case 'msub':
    case 'munder':
      return nodeText(first) + script(nodeText(second), subscripts, '_')
    case 'msup':
      return nodeText(first) + script(nodeText(second), superscripts, '^')
    case 'mover':
      return attributes.includes('accent="true"')
        ? accented(nodeText(first), nodeText(second))
        : nodeText(first) + script(nodeText(second), superscripts, '^')
    case 'msubsup':
    case 'munderover':
      return (
        nodeText(first) +
        script(nodeText(second), subscripts, '_') +
        script(nodeText(third), superscripts, '^')
      )
    case 'mtr':
      return `${children.map(nodeText).join(', ')}; `
    case 'mtable':
      return childrenText(children).replace(/; $/, '')
    default:
      return childrenText(children)
  }
}

/** A letter of an alphabet, and invisible operators as spaces: `sin⁡x`. */
function letter(text: string, attributes: string): string {
  if (text === '\u2061') return ' '
  if (/^[\u2062-\u2064]$/.test(text)) return ''
  return attributes.includes('double-struck') ? (doubleStruck[text] ?? text) : text
}

const accents: Readonly<Record<string, string>> = {
  '^': '\u0302',
  '~': '\u0303',
  ˉ: '\u0304',
  '‾': '\u0304',
  '˙': '\u0307',
  '¨': '\u0308',
  '⃗': '\u20d7',
  '→': '\u20d7',
}

function accented(base: string, accent: string): string {
  const mark = accents[accent.trim()]
  return mark && base.length === 1 ? (base + mark).normalize('NFC') : base
}

/** An index or exponent with the characters that Unicode has for it, otherwise after a sign. */
function script(text: string, characters: ReadonlyMap<string, string>, sign: string): string {
  const all = Array.from(text.trim(), (character) => characters.get(character))
  if (all.every((character) => character !== undefined)) return all.join('')
  return sign + group(text.trim())
}

/** Put parentheses around a text of several letters, unless it has them. */
function group(text: string): string {
  const isSimple = /^[\p{L}\p{M}\p{N}.]{1}$|^\p{N}+$|^\([^()]*\)$/u.test(text)
  return isSimple ? text : `(${text})`
}

function zip(from: string, to: string): [string, string][] {
  const targets = Array.from(to)
  return Array.from(from, (character, index) => [character, targets[index] ?? character])
}
