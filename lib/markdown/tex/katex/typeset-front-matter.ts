import type { VFile } from 'vfile'
import { translate } from '../../../site/messages/translate.mjs'
import { LimitError } from '../../problems/limit-error'
import { report } from '../../problems/problem'
import type { Typesetter } from './formula'

/** The position of a field of the front matter: the start of its line. */
export function fieldPosition(file: VFile, name: string): { line: number; column: number } {
  const index = String(file)
    .split('\n')
    .findIndex((line) => line.startsWith(`${name}:`))
  return { line: Math.max(0, index) + 1, column: 1 }
}

/** Typeset the formula in the front matter. @returns MathML, or undefined if it cannot be typeset, which is reported */
export function typesetFrontMatter(tex: string, typeset: Typesetter, file: VFile): string | undefined {
  const start = fieldPosition(file, 'formula')
  try {
    const { formula, error } = typeset({ source: tex, katex: tex, display: true })
    if (!error) return formula.mathml
    const message = translate`KaTeX cannot typeset this formula: ${error.message}`
    report(file, start, { rule: 'formula', message, hint: error.hint })
  } catch (error) {
    if (!(error instanceof LimitError)) throw error
    report(file, start, { rule: 'limit', message: error.message, hint: error.hint })
  }
  return undefined
}
