import { VFile } from 'vfile'
import { readBibliography } from '../../../markdown/bibliography/bibliography'
import { plainNumber } from '../../../markdown/numbering/label'
import { plainNumbering } from '../../../markdown/numbering/numbering'
import { createPipeline } from '../../../markdown/pipeline'
import { createTypesetters } from '../../../markdown/tex/katex/formula'
import type { CompileSettings } from '../../../markdown/types'
import type { ImportedFormula } from '../formulas/formula'
import type { MathDelimiters } from '../source'

/** The numbers of a document's equations, in order, on the old and on the new site. */
export interface EquationNumbers {
  before: string[]
  after: string[]
}

const automatic =
  /\\begin\s*\{(?:equation|align|alignat|flalign|gather|multline|eqnarray)\}|\\(?:eq)?ref\s*\{/

/** Do numbers of a document depend on MathJax's counter? A `\tag` has the same text on both sites. */
export function hasAutomaticNumbers(
  formulas: readonly ImportedFormula[],
  { numbering }: MathDelimiters,
): boolean {
  if (numbering === 'none') return false
  return formulas.some(({ tex, display }) => automatic.test(tex) || (numbering === 'all' && display))
}

/** Reads the numbers that MathJax gives to formulas. */
export type NumberReader = (formulas: readonly ImportedFormula[]) => string[]

/** Create a function that numbers the formulas of a document by MathJax itself. MathJax is loaded now. */
export async function createNumberReader({ numbering }: MathDelimiters): Promise<NumberReader> {
  const { numberByMathJax } = await import('./mathjax-numbers')
  return (formulas) => numberByMathJax(formulas, numbering)
}

/** The numbers that our compiler gives to the equations of an article. */
export function readOwnNumbers(text: string, settings: CompileSettings): string[] {
  const source = {
    file: 'content/posts/x.md',
    text,
    folder: 'posts',
    url: '/posts/x',
    lang: 'en' as const,
    macros: {},
    numbering: plainNumbering,
  }
  const pipeline = createPipeline(source, createTypesetters()({}), {
    settings,
    components: [],
    bibliography: readBibliography('', ''),
  })
  const file = new VFile({ path: source.file, value: text })
  pipeline.runSync(pipeline.parse(file), file)
  return (file.data.numbered ?? [])
    .filter(({ kind }) => kind === 'equation')
    .map(({ number }) => plainNumber(number).replace(/^\((.*)\)$/, '$1'))
}
