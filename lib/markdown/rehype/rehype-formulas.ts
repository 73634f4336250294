import type { Element, Root } from 'hast'
import type { VFile } from 'vfile'
import { translate } from '../../site/messages/translate.mjs'
import { markLimit } from '../print/formula-marks'
import { report } from '../problems/problem'
import type { Equation, FormulaMark } from '../tex/equation'
import type { Formula, FormulaError, Typesetter } from '../tex/katex/formula'
import { typesetAt } from '../tex/math-element'
import { positionInFormula } from '../tex/source-position'
import { SKIP, visit } from '../tree/visit'

/** A typeset formula with the numbers and references of its article. */
export interface PlacedFormula extends Formula {
  environment: string
  marks: readonly FormulaMark[]
  /** KaTeX's error: the page shows it with the source. */
  error?: string
}

declare module 'hast' {
  interface ElementData {
    /** On the `<span class="formula">` of a typeset formula. */
    formula?: PlacedFormula
  }
}

/**
 * Typeset all formulas in order, because `\newcommand` in one defines a command for the next ones. The text of the element
 * remains the TeX, which headings, counts and search use; `data.formula` contains the HTML and MathML as strings.
 *
 *     <span class="formula" data.equation={…}>x</span>  →  <span class="formula" data.formula={…}>x</span>
 */
export function rehypeFormulas({ typeset }: { typeset: Typesetter }) {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (element, index, parent) => {
      const { equation } = element.data ?? {}
      if (!equation || !parent || index === undefined) return
      const { environment, marks } = equation
      if (marks.length > markLimit)
        report(file, element, {
          rule: 'formula',
          message: translate`Found ${marks.length} numbers and references in one formula; expected at most ${markLimit}.`,
          hint: translate`Split the formula.`,
        })
      const { formula, error, warnings, isEmpty } = typesetAt(element, equation, typeset)
      if (error) reportError(file, element, equation, error)
      for (const { offset, ...warning } of warnings)
        report(file, positionInFormula(file, element, equation.source, offset), {
          ...warning,
          severity: 'warning',
        })
      if (isEmpty) {
        // It only defines commands.
        parent.children.splice(index, 1)
        return [SKIP, index]
      }
      element.data = { formula: { ...formula, environment, marks, ...(error && { error: error.message }) } }
      return SKIP
    })
  }
}

/** Report KaTeX's error at its position in the file. */
function reportError(file: VFile, element: Element, equation: Equation, error: FormulaError): void {
  const { source, katex, work } = equation
  report(file, positionInFormula(file, element, source, offsetInSource(source, katex, error)), {
    rule: 'formula',
    message: translate`KaTeX cannot typeset ${work === undefined ? translate`this formula` : translate`$${source}$ in the work "${work}" of content/references.bib`}: ${error.message}`,
    hint: error.hint,
  })
}

/**
 * Find the offset in the author's TeX of an error in the TeX that KaTeX typeset. They differ only in numbers and references,
 * so the n-th occurrence of a token in one is the n-th in the other.
 */
function offsetInSource(
  source: string,
  katex: string,
  { position, token }: FormulaError,
): number | undefined {
  if (position === undefined) return undefined
  if (katex === source) return position
  const text = token ?? katex.slice(position, position + 12)
  const occurrencesBefore = katex.slice(0, position).split(text).length - 1
  let offset = -1
  for (let n = 0; n <= occurrencesBefore; n++) {
    const next = source.indexOf(text, offset + 1)
    if (next < 0) break
    offset = next
  }
  return offset < 0 ? undefined : offset
}
