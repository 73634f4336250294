import { generatedCases } from './generated-cases'
import { writtenCases } from './written-cases'

/** All cases that LaTeX is asked about. Its numbers are in `recorded.jsonl`. */
export function latexCases(): string[] {
  const written = Object.values(writtenCases).flat()
  return [...new Set([...written.map(([latex]) => latex), ...generatedCases()])].filter(
    (latex) => !isException(latex),
  )
}

/** A `\\` after the last row: LaTeX numbers an empty row after it, Lemma does not (docs/mathematics.md). */
function isException(latex: string): boolean {
  return /\\\\\s*\\end\{(?:align|gather|alignat|eqnarray)/.test(latex)
}
