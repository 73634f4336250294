import type { Element, ElementContent, Root } from 'hast'
import type { VFile } from 'vfile'
import type { Formula, FormulaError, Typesetter } from './formula'
import { markLimit } from './mark'
import { placeInFormula } from './place'
import { report } from './problem'
import type { Equation, Mark } from './rehype-numbers'
import { SKIP, visit } from './visit'

/** A typeset formula where it stands: with its numbers and references. */
export interface PlacedFormula extends Formula {
  environment: string
  marks: readonly Mark[]
  /** KaTeX could not typeset it: the author sees the source and why. */
  error?: string
}

declare module 'hast' {
  interface ElementData {
    /** On the `<span class="formula">` that stands for a typeset formula until the pages are printed. */
    formula?: PlacedFormula
  }
}

/**
 * Typeset every formula, in order: what one defines (`\newcommand`) holds for those after it. Each becomes one
 * element whose text is the TeX (headings, counts and search read it) and whose `data.formula` holds the finished
 * HTML and MathML, so that nothing walks KaTeX's tree again.
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
          message: `Found ${marks.length} numbers and references in one formula; expected at most ${markLimit}.`,
          hint: 'Split the formula.',
        })
      const { formula, error, isEmpty } = typeset(equation)
      if (error) reportError(file, element, equation, error)
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

export function isMath(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'code' && hasClass(node, 'language-math')
}

export function isMathDisplay(element: Element): boolean {
  return hasClass(element, 'math-display')
}

function hasClass(element: Element, name: string): boolean {
  const { className } = element.properties
  return Array.isArray(className) && className.includes(name)
}

/** KaTeX counts from the start of what it was given; an author needs the place in the file. */
function reportError(file: VFile, element: Element, { source, katex }: Equation, error: FormulaError): void {
  report(file, placeInFormula(file, element, source, offsetInSource(source, katex, error)), {
    rule: 'formula',
    message: `KaTeX cannot typeset this formula: ${error.message}`,
    hint: error.hint,
  })
}

/** What KaTeX got differs from the source only by its numbers: the same words stand at about the same place. */
function offsetInSource(
  source: string,
  katex: string,
  { position, token }: FormulaError,
): number | undefined {
  if (position === undefined) return undefined
  if (katex === source) return position
  const found = token ?? katex.slice(position, position + 12)
  const before = katex.slice(0, position).split(found).length - 1
  let offset = -1
  for (let n = 0; n <= before; n++) {
    const next = source.indexOf(found, offset + 1)
    if (next < 0) break
    offset = next
  }
  return offset < 0 ? undefined : offset
}
