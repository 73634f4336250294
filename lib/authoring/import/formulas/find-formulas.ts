import { FindTeX } from '@mathjax/src/js/input/tex/FindTeX.js'
import { environments, inlineEnvironment } from '../../../markdown/syntax/environments'
import { isPrice } from '../../../markdown/syntax/price'
import type { MathDelimiters } from '../source'

/** A formula that MathJax finds in a text. Offsets are those of its string. */
export interface FoundFormula {
  /** Index of the string. */
  string: number
  start: number
  end: number
  /** Delimiters; both empty for an environment without delimiters. */
  open: string
  close: string
  /** The TeX between the delimiters; an environment with its `\begin` and `\end`. */
  tex: string
  display: boolean
}

/** MathJax's own delimiters, which apply where the old site configures none. */
export const mathjaxDelimiters: MathDelimiters = {
  inline: [['\\(', '\\)']],
  display: [
    ['$$', '$$'],
    ['\\[', '\\]'],
  ],
  environments: true,
  numbering: 'none',
}

/** Those of sites that also enable single dollars, as most do that write mathematics in Markdown. */
export const dollarDelimiters: MathDelimiters = {
  ...mathjaxDelimiters,
  inline: [
    ['$', '$'],
    ['\\(', '\\)'],
  ],
}

/** MathJax's displayed environments. It reports others as unknown, so that they are no formulas: `theorem`, `figure`. */
const knownEnvironments: ReadonlySet<string> = new Set([
  ...environments,
  inlineEnvironment,
  ...['array', 'darray', 'matrix', 'pmatrix', 'bmatrix', 'Bmatrix', 'vmatrix', 'Vmatrix', 'smallmatrix'],
  ...['cases', 'rcases', 'dcases', 'drcases', 'numcases', 'subnumcases', 'subarray', 'multlined', 'empheq'],
  ...['aligned', 'alignedat', 'gathered', 'split', 'xalignat', 'xalignat*', 'xxalignat', 'prooftree'],
])

/** Finds formulas in strings, none of which may continue in another string. */
export type FormulaFinder = (strings: readonly string[]) => FoundFormula[]

/**
 * Create a function that finds formulas with MathJax's own parser, `FindTeX`.
 *
 * Where Markdown was read first (`escapes`), the text that MathJax saw had one backslash less: `\\(x\\)` is a formula, and `\(x\)`
 * one only if it contains TeX, because `\[1\]` are escaped brackets.
 */
export function createFormulaFinder(delimiters: MathDelimiters): FormulaFinder {
  const { escapes = false } = delimiters
  const finder = new FindTeX<unknown, unknown, unknown>({
    inlineMath: withEscapes(delimiters.inline, escapes),
    displayMath: withEscapes(delimiters.display, escapes),
    processEnvironments: delimiters.environments,
    processEscapes: true,
    processRefs: true,
  })
  const find = (text: string, string: number, offset: number): FoundFormula[] => {
    const formulas: FoundFormula[] = []
    // Markdown left `\{` of `\\{`: a brace that MathJax does not count. The replacement has the same length.
    const searched = escapes ? text.replace(/\\\\(?=[{}])/g, 'x\\') : text
    for (const item of finder.findMath([searched])) {
      const [first, last] = [item.start.n ?? 0, item.end.n ?? 0]
      const { open = '', close = '' } = item
      const start = offset + first
      const found = {
        string,
        start,
        end: offset + last,
        open,
        close,
        tex: open === '\\' ? item.math : text.slice(first + open.length, last - close.length),
        display: item.display ?? false,
      }
      if (isEscape(found) || isReference(found)) continue
      const environment = environmentOf(found)
      // The parser went on behind what is no formula: search again after its start.
      if (environment !== undefined && !knownEnvironments.has(environment)) {
        const skipped = start - offset + found.tex.indexOf('}') + 1
        return [...formulas, ...find(text.slice(skipped), string, offset + skipped)]
      }
      if (isMoney(text, found, offset))
        return [...formulas, ...find(text.slice(start - offset + 1), string, start + 1)]
      if (!(escapes && /^\\[([]$/.test(found.open) && !isTex(found.tex))) formulas.push(found)
    }
    return formulas
  }
  return (strings) => strings.flatMap((text, index) => find(text, index, 0))
}

/**
 * Are the dollars of a formula those of two prices, `$5 和 $10`? On the old site, MathJax typeset the text between them, which its
 * author did not mean.
 */
function isMoney(text: string, { open, tex, start, end }: FoundFormula, offset: number): boolean {
  if (open !== '$' || !isPrice(text, start - offset)) return false
  return /\s$/.test(tex) || /^\d/.test(text.slice(end - offset))
}

function withEscapes(pairs: MathDelimiters['inline'], escapes: boolean): [string, string][] {
  return pairs.flatMap(([open, close]): [string, string][] => [
    [open, close],
    ...(escapes && open.startsWith('\\') ? [[`\\${open}`, `\\${close}`] as [string, string]] : []),
  ])
}

/** Name of the environment of a formula without delimiters. */
export function environmentOf({ open, tex }: Pick<FoundFormula, 'open' | 'tex'>): string | undefined {
  return open === '' ? /^\\begin\s*\{([^}]*)\}/.exec(tex)?.[1] : undefined
}

/** `\$` or `\\`, which MathJax replaces by the character. */
function isEscape({ open, close }: FoundFormula): boolean {
  return open === '\\' && close === ''
}

/** `\ref{…}` or `\eqref{…}` in the text. */
function isReference({ open, tex }: FoundFormula): boolean {
  return open === '' && /^\\(?:eq)?ref/.test(tex)
}

function isTex(text: string): boolean {
  return /[\\^_=<>+{}]/.test(text) || /^\s*[A-Za-z]\s*$/.test(text)
}
