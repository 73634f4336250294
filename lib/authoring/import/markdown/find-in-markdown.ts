import { createFormulaFinder, type FoundFormula } from '../formulas/find-formulas'
import { type ImportedFormula, toImported } from '../formulas/formula'
import { writePlaceholder } from '../formulas/placeholders'
import { decodeTex, isEscaped, unescapeTex } from '../formulas/unescape'
import type { MathDelimiters } from '../source'
import { findProse, type ProseString, type Range, toSource } from './prose-strings'

/** A Markdown text whose formulas and code are placeholders. */
export interface MaskedMarkdown {
  text: string
  formulas: ImportedFormula[]
  /** The source of each piece of code. */
  code: string[]
}

/** Find the formulas and the code of a Markdown text, and replace them by placeholders. */
export function maskMarkdown(source: string, delimiters: MathDelimiters): MaskedMarkdown {
  const prose = findProse(source, delimiters)
  const find = createFormulaFinder(delimiters)
  const all = find(prose.strings.map(({ text }) => text))
  const settings = { ...delimiters, escapes: delimiters.escapes === true && isEscaped(all) }
  const found = all.map((formula) => {
    const string = prose.strings[formula.string] as ProseString
    const range = { start: toSource(string, formula.start), end: toSource(string, formula.end) }
    return { range, formula: importFormula(source, formula, string, range, settings) }
  })
  const formulas = found.map(({ formula }) => formula)
  const replacements = [
    ...found.map(({ range }, index) => ({ ...range, text: writePlaceholder('formula', index) })),
    ...prose.code.map((range, index) => ({ ...range, text: writePlaceholder('code', index) })),
  ].sort((a, b) => a.start - b.start)
  return {
    text: replaceRanges(source, replacements),
    formulas,
    code: prose.code.map(({ start, end }) => source.slice(start, end)),
  }
}

function importFormula(
  source: string,
  found: FoundFormula,
  string: ProseString,
  range: Range,
  { escapes = false, kramdown = false, numbering }: MathDelimiters,
): ImportedFormula {
  // kramdown reads the TeX between double dollars itself, without escapes.
  const hasEscapes = escapes && !(kramdown && found.open === '$$')
  const isInline = kramdown && found.open === '$$' && string.text.trim() !== `$$${found.tex}$$`
  const display = found.display && !isInline
  const whole = source.slice(range.start, range.end)
  const raw = whole.slice(found.open.length, whole.length - found.close.length)
  const edit = (text: string) => (hasEscapes ? unescapeTex({ tex: text, display: found.display }) : text)
  const tex = decodeTex(edit(found.tex))
  const written = string.inHtml ? edit(raw) : decodeTex(edit(raw))
  return toImported({ ...found, display }, { tex, raw: written, source: whole, numbering })
}

/** Replace ranges of a text, which are in order and do not overlap. */
export function replaceRanges(source: string, replacements: readonly (Range & { text: string })[]): string {
  let result = ''
  let done = 0
  for (const { start, end, text } of replacements) {
    if (start < done) continue
    result += source.slice(done, start) + text
    done = end
  }
  return result + source.slice(done)
}
