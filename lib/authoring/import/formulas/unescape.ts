import { findEscapes } from '../../../markdown/remark/remark-escapes'
import { decodeEntities } from '../../../markdown/text/entities'

/** Arguments that are text or names: escapes in them may be meant for TeX. */
const names =
  /\\(?:text[a-z]*|mbox|[hf]box|operatorname\*?|tag\*?|label|(?:eq)?ref|href|url|ce|pu)\s*\{(?:[^{}]|\{[^{}]*\})*\}/g

/** Certain escapes of Markdown: `\left\\{`. */
const escapedFence = /\\(?:left|right|middle|[bB]igg?[lr]?)\s*\\\\[{}|]/

/** Row breaks that Markdown would have halved. */
const plainRows = /(?<!\\)\\\\(?=\s|$|&|\[\d)/

/** A formula as it is in Markdown. */
interface EscapedTex {
  tex: string
  display: boolean
}

/** Was a document written for an engine that removed escapes before MathJax read the formulas? One certain escape shows it. */
export function isEscaped(formulas: readonly EscapedTex[]): boolean {
  return formulas.some((formula) => escapedFence.test(formula.tex) || listEscapes(formula).length > 0)
}

/**
 * TeX as MathJax read it, from TeX in the Markdown of a document with escapes. Formulas without escapes whose rows end with plain
 * `\\` were pasted as they are.
 *
 *     \left\\{ x\_i \\\\ y \right.   →   \left\{ x_i \\ y \right.
 */
export function unescapeTex({ tex, display }: EscapedTex): string {
  const hasOwn = escapedFence.test(tex) || listEscapes({ tex, display }).length > 0
  if (!hasOwn && plainRows.test(tex)) return tex
  const texts = [...tex.matchAll(names)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }))
  return tex.replace(/\\\\\\\\|\\\\(?=[{}|,;:!%#&_*'".<>])|\\[_*]/g, (found: string, offset: number) => {
    const isInText = texts.some(({ start, end }) => offset >= start && offset < end)
    if (found.length === 4) return '\\\\'
    return isInText ? found : found.length === 2 && found[1] !== '\\' ? found.slice(1) : '\\'
  })
}

/** Character references, which browsers decode before MathJax reads a formula. */
export function decodeTex(tex: string): string {
  return /&(?:lt|gt|amp);/.test(tex) ? decodeEntities(tex) : tex
}

function listEscapes({ tex, display }: EscapedTex): ReturnType<typeof findEscapes> {
  const dollars = display ? '$$' : '$'
  return findEscapes(dollars + tex + dollars).filter(({ found }) => found.startsWith('\\'))
}
