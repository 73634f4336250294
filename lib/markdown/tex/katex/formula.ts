import { LRUCache } from 'lru-cache'
import type { Site } from '../../../site/config'
import { translate } from '../../../site/messages/translate.mjs'
import { LimitError } from '../../problems/limit-error'
import { formulaOutput, formulaTime } from '../../problems/limits'
import { runWithin } from '../../problems/run-within'
import { checkAlphabets } from '../latex/alphabets'
import { checkColour } from '../latex/colour'
import { writeDoubleStruck } from '../latex/double-struck'
import type { FormulaWarning } from '../latex/warnings'
import { checkFormula } from './check-formula'
import { explain, type FormulaError } from './formula-error'
import { readKatexOutput } from './katex-output'
import { definesMacros, describeMacros, type Macros, multiplies, usedMacros } from './macros'
import { renderKatex } from './render-katex'

export type { FormulaError }

/** A typeset formula. Its numbers and references are marks (`formula-marks.ts`). */
export interface Formula {
  /** The author's TeX. */
  tex: string
  display: boolean
  /** KaTeX's HTML, which contains MathML for assistive technology, without numbers. */
  html: string
  /** The numbers beside the rows of a display. */
  numbers?: string
  /** The MathML with numbers and with the TeX as annotation, for feeds. */
  mathml: string
}

export interface FormulaSource {
  /** The author's TeX, for the annotation. */
  source: string
  /** The TeX that KaTeX typesets. */
  katex: string
  display: boolean
}

export interface Typeset {
  formula: Formula
  error?: FormulaError
  warnings: readonly FormulaWarning[]
  /** The formula only defines commands. */
  isEmpty?: true
}

/** Typesets the formulas of one article, in order. @throws LimitError for a formula that exceeds a limit */
export type Typesetter = (source: FormulaSource) => Typeset

/** Characters in the cache of typeset formulas of each thread, of one or two bytes. A long display has 15,000. */
const cacheSize = 8_000_000

/**
 * Create a cache of typeset formulas, by their TeX and the macros that they use. It is not stored on disk, because writing
 * a formula takes longer than typesetting it (docs/decisions/0012-formula-cache.md).
 *
 * @param trust in the authors of the formulas
 * @returns a function that creates the typesetter of an article from its macros. Commands that a formula defines are
 * available to the later formulas of the same article only.
 */
export function createTypesetters(
  trust: Site['trust'] = 'high',
): (macros: Readonly<Record<string, string>>) => Typesetter {
  const cache = new LRUCache<string, Typeset>({ maxSize: cacheSize, sizeCalculation: sizeOf })
  return (macros) => {
    let known: Macros = macros
    return (source) => {
      const { katex, display } = source
      const depth = checkFormula(katex)
      if (definesMacros(katex)) {
        // Not cached: KaTeX has to read the definitions.
        const { result, defined } = define(source, known, trust)
        known = defined
        return result
      }
      const used = usedMacros(katex, known)
      const key = JSON.stringify([source.source, katex, display, describeMacros(used)])
      const cached = cache.get(key)
      if (cached) return cached
      const isCostly = depth > costlyDepth || katex.length > costlyLength || multiplies(used)
      const result = (isCostly ? renderWithin : render)(source, { ...used }, trust)
      cache.set(key, result)
      return result
    }
  }
}

/**
 * Typeset a formula that defines commands. If LaTeX has a command of the same name, that is an error, but all definitions of
 * the formula are used, so that later formulas have no errors of the same cause.
 */
function define(
  source: FormulaSource,
  known: Macros,
  trust: Site['trust'],
): { result: Typeset; defined: Macros } {
  const defined = { ...known }
  const result = renderWithin(source, defined, trust)
  const [, name] = /^command \\([a-zA-Z]+) is already defined/.exec(result.error?.message ?? '') ?? []
  if (name === undefined) return { result, defined }
  const definition = new RegExp(`\\\\newcommand(?=\\*?\\s*\\{?\\s*\\\\${name}(?![a-zA-Z]))`, 'g')
  const katex = source.katex.replace(definition, '\\renewcommand')
  return katex === source.katex
    ? { result, defined }
    : { result, defined: define({ ...source, katex }, known, trust).defined }
}

function sizeOf({ formula: { html, numbers = '', mathml } }: Typeset, key: string): number {
  return key.length + html.length + numbers.length + (html.includes(mathml) ? 0 : mathml.length)
}

/**
 * Formulas of more levels or characters have a time limit, which takes 0.1 ms. So do those that define commands or use
 * macros that repeat their argument.
 */
const costlyDepth = 12
const costlyLength = 1_000

function renderWithin(
  source: FormulaSource,
  macros: Record<string, string | object>,
  trust: Site['trust'],
): Typeset {
  const done = runWithin(formulaTime, () => render(source, macros, trust))
  if (done) return done.value
  throw new LimitError(
    translate`Typesetting this formula took longer than ${formulaTime / 1000} s and was stopped.`,
    translate`Look for macros that repeat their argument inside each other.`,
  )
}

function render(
  { source, katex, display }: FormulaSource,
  macros: Record<string, string | object>,
  trust: Site['trust'],
): Typeset {
  const rendered = renderKatex(katex, display, macros, trust)
  if ('error' in rendered) {
    const formula = { tex: source, display, html: '', mathml: '' }
    return { formula, error: explain(rendered.error, katex), warnings: [] }
  }
  if (rendered.html.length > formulaOutput)
    throw new LimitError(
      translate`Found a formula that becomes ${rendered.html.length} characters of HTML; expected at most ${formulaOutput}.`,
      translate`Split the formula, or look for macros that repeat their argument.`,
    )
  const tex = source.trim()
  const { html, warnings } = checkAlphabets(writeDoubleStruck(rendered.html), source)
  const { isBlank, ...output } = readKatexOutput(html, tex)
  return {
    formula: { tex, display, ...output },
    warnings: [...warnings, ...checkColour(source)],
    ...(isBlank && definesMacros(katex) && { isEmpty: true }),
  }
}
