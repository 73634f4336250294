import type { FormulaSource } from '../../../markdown/list-formulas'
import { comparedTex, type ImportedFormula } from './formula'
import { type Piece, splitPlaceholders } from './placeholders'

/** A converted text with its formulas. */
export interface Inserted {
  text: string
  /** Indices of the formulas that our parser does not read as the old site did, in any form. */
  unread: number[]
  /** Dollars that our parser would read as delimiters, and that were none on the old site: they are escaped now. */
  escapedDollars: number
}

/** Reads the formulas of a text, as our parser finds them. */
type Parse = (text: string) => readonly FormulaSource[]

interface Span {
  start: number
  end: number
  piece: number
}

/** How often a text is parsed to find forms that are read correctly. Each round changes all formulas that are not. */
const maxRounds = 12

/**
 * Replace the placeholders of a text by formulas and code, and verify with our parser that exactly these formulas are read. Where
 * one is not, it is written in its next form. Where a dollar of the prose would open a formula, it is escaped.
 */
export function insertFormulas(
  draft: string,
  formulas: readonly ImportedFormula[],
  code: readonly string[],
  parse: Parse,
): Inserted {
  let pieces = splitPlaceholders(draft)
  const forms = formulas.map(() => 0)
  let escapedDollars = 0
  for (let round = 0; ; round++) {
    const { text, spans } = assemble(pieces, formulas, forms, code)
    const { unread, extra } = compare(parse(text), spans, pieces, formulas)
    const dollars = round < maxRounds ? findDollars(text, extra, spans, pieces) : []
    const retried = unread.filter((index) => (forms[index] ?? 0) + 1 < (formulas[index]?.forms.length ?? 0))
    if (dollars.length > 0) {
      pieces = escapeDollars(pieces, dollars)
      escapedDollars += dollars.length
    } else if (round < maxRounds && retried.length > 0) {
      for (const index of retried) forms[index] = (forms[index] ?? 0) + 1
    } else return { text, unread, escapedDollars }
  }
}

function assemble(
  pieces: readonly Piece[],
  formulas: readonly ImportedFormula[],
  forms: readonly number[],
  code: readonly string[],
): { text: string; spans: Span[] } {
  let text = ''
  const spans = pieces.map((piece, index): Span => {
    const start = text.length
    if (piece.kind === 'text') text += piece.text
    else if (piece.kind === 'code') text += code[piece.index] ?? ''
    else text += writeForm(formulas[piece.index], forms[piece.index] ?? 0, text)
    return { start, end: text.length, piece: index }
  })
  return { text, spans }
}

/** A form of a formula, with the markers of the quote or list around it on each of its lines. */
function writeForm(formula: ImportedFormula | undefined, index: number, before: string): string {
  const form = formula?.forms[index]
  if (!form || form.hasPrefix || !form.text.includes('\n')) return form?.text ?? ''
  return form.text.replaceAll('\n', `\n${prefixAfter(before)}`)
}

/** What the next line must start with to be in the same quotes and lists as the last line of a text. */
function prefixAfter(text: string): string {
  const line = text.slice(text.lastIndexOf('\n') + 1)
  const [markers = ''] =
    /^[ \t]*(?:>[ \t]?)*[ \t]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(?:\[\^[^\]]+\]:[ \t]+)?/.exec(line) ?? []
  return markers.replace(/[^>\s]/g, ' ')
}

/** Compare the formulas that our parser reads with those that were written. */
function compare(
  found: readonly FormulaSource[],
  spans: readonly Span[],
  pieces: readonly Piece[],
  formulas: readonly ImportedFormula[],
): { unread: number[]; extra: FormulaSource[] } {
  const read = new Set<number>()
  const extra: FormulaSource[] = []
  for (const formula of found) {
    const span = spanAt(spans, formula.start)
    const piece = span && pieces[span.piece]
    const expected = piece?.kind === 'formula' ? formulas[piece.index] : undefined
    const isSame = expected !== undefined && comparedTex(formula.tex) === comparedTex(expected.tex)
    if (isSame && piece?.kind === 'formula' && !read.has(piece.index)) read.add(piece.index)
    else extra.push(formula)
  }
  return { unread: [...formulas.keys()].filter((index) => !read.has(index)), extra }
}

function spanAt(spans: readonly Span[], offset: number): Span | undefined {
  let low = 0
  let high = spans.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const span = spans[middle] as Span
    if (offset < span.start) high = middle - 1
    else if (offset >= span.end) low = middle + 1
    else return span
  }
  return undefined
}

/** A dollar in a piece of prose. */
interface Dollar {
  piece: number
  offset: number
}

/** The dollars of prose that open a formula. */
function findDollars(
  text: string,
  extra: readonly FormulaSource[],
  spans: readonly Span[],
  pieces: readonly Piece[],
): Dollar[] {
  return extra.flatMap(({ start }) => {
    const span = spanAt(spans, start)
    if (!span || pieces[span.piece]?.kind !== 'text') return []
    const [dollars = ''] = /^\$+/.exec(text.slice(start, span.end)) ?? []
    return Array.from(dollars, (_, index) => ({ piece: span.piece, offset: start - span.start + index }))
  })
}

function escapeDollars(pieces: readonly Piece[], dollars: readonly Dollar[]): Piece[] {
  return pieces.map((piece, index) => {
    if (piece.kind !== 'text') return piece
    const offsets = dollars.filter((dollar) => dollar.piece === index).map(({ offset }) => offset)
    const text = offsets
      .sort((a, b) => b - a)
      .reduce((escaped, offset) => `${escaped.slice(0, offset)}\\${escaped.slice(offset)}`, piece.text)
    return { kind: 'text', text }
  })
}
