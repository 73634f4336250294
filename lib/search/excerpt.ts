import { escapeText } from '../markdown/print/escape'
import type { Passage } from '../markdown/print/passages'
import { classesBesideHan } from '../markdown/text/beside-han'
import { fold } from '../markdown/text/fold'
import { findText, type Term } from './terms'

/** A passage that matches, shortened and with its matches marked. */
export interface Excerpt {
  html: string
  /** The heading of its section, typeset; undefined before the first heading. */
  heading: { html: string; id: string } | undefined
  /** The passage is that heading. */
  isHeading: boolean
}

/** About how many characters are shown; a formula counts as `formulaLength` characters. */
const longest = 150
const before = 50
const formulaLength = 8

/** Shorten a passage to the text around its first match, and mark every match. */
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

/** Mark the terms in a text that is not shortened. */
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

/** Offset of the first match. */
function firstMark({ pieces }: Passage, marked: ReadonlySet<number>, isMarked: ReadonlySet<number>): number {
  let first = marked.size > 0 ? Math.min(...marked) : Number.POSITIVE_INFINITY
  let offset = 0
  pieces.forEach((piece, index) => {
    if (isMarked.has(index)) first = Math.min(first, offset)
    offset += typeof piece === 'string' ? piece.length : 1
  })
  return Number.isFinite(first) ? first : 0
}

// Chinese and Japanese are segmented by dictionaries, whatever the locale.
const words = new Intl.Segmenter('und', { granularity: 'word' })

/** The range to show, from a little before the first match to a little after it, at word boundaries. */
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
  // An excerpt must not begin with the punctuation of the sentence before it.
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

/** Add space between a formula and adjacent Han characters, as in articles. */
function space(html: string, before: Passage['pieces'][number] = '', after: typeof before = ''): string {
  const classes = classesBesideHan(textOf(before), textOf(after))
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
