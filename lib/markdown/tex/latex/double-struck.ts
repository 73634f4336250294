import { builtIn, builtInAt, expandTo, type LatexMacros, type Token, tokensAt } from './macro'

/**
 * Digits in `\mathbb`, and in `\mathbbm` and `\mathds`, which mean it too. KaTeX's font has only capital letters, so digits are
 * marked for `writeDoubleStruck`.
 *
 *     \mathbb{Z_2}  →  \mathbb{Z_{\html@mathml{\htmlClass{double-struck}{2}}{2}}}
 */
export const doubleStruckMacros: LatexMacros = {
  '\\mathbb': (context) => {
    const place = context.future()
    const tokens = [...context.consumeArg().tokens].reverse()
    // A digit after a command may be its argument: a length or a colour.
    const isPlain = tokens.every(({ text }) => !text.startsWith('\\'))
    const content = isPlain ? tokens.flatMap(markDigit) : tokens
    return expandTo([
      builtInAt(place, '\\mathbb'),
      ...tokensAt(place, '{'),
      ...content,
      ...tokensAt(place, '}'),
    ])
  },
  '\\Bbb': '\\mathbb',
  '\\mathbbm': '\\mathbb',
  '\\mathds': '\\mathbb',
  '\\lemma@digit': '{\\html@mathml{\\htmlClass{double-struck}{#1}}{\\lemma@mathbb{#1}}}',
  '\\lemma@mathbb': builtIn('\\mathbb'),
  // The characters themselves, which KaTeX's fonts lack.
  ...Object.fromEntries(
    [...'0123456789'].map((digit) => [
      toDoubleStruck(digit),
      `\\TextOrMath{$\\mathbb{${digit}}$}{\\mathbb{${digit}}}`,
    ]),
  ),
}

function markDigit(token: Token): Token[] {
  if (!/^[0-9]$/.test(token.text)) return [token]
  return [...tokensAt(token, '\\lemma@digit', '{'), token, ...tokensAt(token, '}')]
}

/** Replace marked digits in KaTeX's HTML, and digits of the alphabet in its MathML, by 𝟘 to 𝟡. */
export function writeDoubleStruck(html: string): string {
  if (!html.includes('double-struck')) return html
  return html
    .replace(
      /<span class="enclosing double-struck([^"]*)"><span class="mord[^"]*"([^>]*)>(\d)<\/span><\/span>/g,
      (_, size: string, style: string, digit: string) =>
        `<span class="mord double-struck${size}"${style}>${toDoubleStruck(digit)}</span>`,
    )
    .replace(
      /<mn mathvariant="double-struck">(\d+)<\/mn>/g,
      (_, digits: string) => `<mn>${toDoubleStruck(digits)}</mn>`,
    )
}

function toDoubleStruck(digits: string): string {
  return [...digits].map((digit) => String.fromCodePoint(0x1d7d8 + Number(digit))).join('')
}
