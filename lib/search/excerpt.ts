import { besideHan } from '../markdown/beside-han'
import { escapeText } from '../markdown/escape'
import { fold } from '../markdown/fold'
import type { Passage } from '../markdown/passages'
import { findText, type Term } from './terms'

/** A passage that answers, cut and marked. */
export interface Excerpt {
  html: string
  /** The heading it stands under, typeset; undefined above the first. */
  heading: { html: string; id: string } | undefined
  /** The passage is that heading. */
  isHeading: boolean
}

/** About so many characters are shown; a formula counts as some. */
const longest = 150
const before = 50
const formulaLength = 8

/** Cut a passage around its first answer, with every answer marked. */
export function makeExcerpt(
  passage: Passage,
  heading: Passage | undefined,
  text: string,
  formulas: readonly string[],
  terms: readonly Term[],
): Excerpt {
  const marked = marksIn(text, terms)
  const isMarked = markedPieces(passage, formulas, terms)
  const first = firstMark(passage, marked, isMarked)
  const [start, end] = windowOf(passage, first, text)
  return {
    html: print(passage, { marked, isMarked, start, end }),
    heading: heading?.id === undefined ? undefined : { html: print(heading, whole), id: heading.id },
    isHeading: passage === heading,
  }
}

/** Mark the terms in a text that is shown as a whole. */
export function markText(text: string, terms: readonly Term[]): string {
  return printText(text, 0, marksIn(fold(text), terms))
}

interface View {
  /** Offsets of marked characters. */
  marked: ReadonlySet<number>
  /** Indices of marked formulas among the pieces. */
  isMarked: ReadonlySet<number>
  start: number
  end: number
}

const whole: View = { marked: new Set(), isMarked: new Set(), start: 0, end: Number.POSITIVE_INFINITY }

function marksIn(text: string, terms: readonly Term[]): Set<number> {
  const marked = new Set<number>()
  for (const { text: term } of terms) {
    if (term === undefined) continue
    for (const at of findText(text, term)) for (let n = 0; n < term.length; n++) marked.add(at + n)
  }
  return marked
}

function markedPieces({ pieces }: Passage, formulas: readonly string[], terms: readonly Term[]): Set<number> {
  const marked = new Set<number>()
  let formula = 0
  pieces.forEach((piece, index) => {
    if (typeof piece === 'string' || piece[1] !== 'formula') return
    const tex = formulas[formula++] ?? ''
    if (terms.some((term) => term.tex !== undefined && tex.includes(term.tex))) marked.add(index)
  })
  return marked
}

/** Offset of the first answer. */
function firstMark({ pieces }: Passage, marked: ReadonlySet<number>, isMarked: ReadonlySet<number>): number {
  let first = marked.size > 0 ? Math.min(...marked) : Number.POSITIVE_INFINITY
  let offset = 0
  pieces.forEach((piece, index) => {
    if (isMarked.has(index)) first = Math.min(first, offset)
    offset += typeof piece === 'string' ? piece.length : 1
  })
  return Number.isFinite(first) ? first : 0
}

const words = new Intl.Segmenter('zh-CN', { granularity: 'word' })

/** From a little before an answer to a little after it, between words. */
function windowOf({ pieces }: Passage, first: number, text: string): [number, number] {
  const weights = pieces.reduce(
    (sum, piece) => sum + (typeof piece === 'string' ? piece.length : formulaLength),
    0,
  )
  if (weights <= longest * 1.2) return [0, Number.POSITIVE_INFINITY]
  const formulas = pieces.filter((piece) => typeof piece !== 'string').length
  const length = Math.max(60, longest - formulas * 2)
  const start = Math.max(0, first - before)
  const end = Math.min(text.length, Math.max(start + length, first + 40))
  const segments = words.segment(text)
  let from = start === 0 ? 0 : (segments.containing(start)?.index ?? start)
  // Nothing begins with the full stop of what is cut.
  while (start > 0 && from < first && /[\p{P}\s]/u.test(text.charAt(from))) from++
  return [from, end >= text.length ? Number.POSITIVE_INFINITY : (segments.containing(end)?.index ?? end)]
}

function print({ pieces }: Passage, { marked, isMarked, start, end }: View): string {
  let html = start > 0 ? '…' : ''
  let offset = 0
  pieces.forEach((piece, index) => {
    const from = offset
    offset += typeof piece === 'string' ? piece.length : 1
    if (offset <= start || from >= end) return
    if (typeof piece !== 'string') {
      const shown = isMarked.has(index) ? `<mark>${piece[0]}</mark>` : piece[0]
      html += piece[1] === 'formula' ? space(shown, pieces[index - 1], pieces[index + 1]) : shown
      return
    }
    const first = Math.max(0, start - from)
    html += printText(piece.slice(first, end - from), from + first, marked)
  })
  return offset > end ? `${html}…` : html
}

/** Set a formula apart from the Han characters it touches, as articles do. */
function space(html: string, before: Passage['pieces'][number] = '', after: typeof before = ''): string {
  const classes = besideHan(textOf(before), textOf(after))
  return classes.length > 0 ? `<span class="${classes.join(' ')}">${html}</span>` : html
}

function textOf(piece: Passage['pieces'][number]): string {
  return typeof piece === 'string' ? piece : ''
}

function printText(text: string, offset: number, marked: ReadonlySet<number>): string {
  let html = ''
  for (let at = 0; at < text.length; ) {
    const isMark = marked.has(offset + at)
    let end = at + 1
    while (end < text.length && marked.has(offset + end) === isMark) end++
    const run = escapeText(text.slice(at, end))
    html += isMark ? `<mark>${run}</mark>` : run
    at = end
  }
  return html
}
