import { isHtmlTag } from '../html/html-names'
import type { MathDelimiters } from '../source'

/** A range of a text. */
export interface Range {
  start: number
  end: number
}

/** A text in which a formula may be, as ranges of the source: without the markers of quotes, and without code. */
export interface ProseString {
  text: string
  ranges: readonly Range[]
  /** In a block of HTML, in which characters are written as references: `&lt;`. */
  inHtml: boolean
}

/** The prose of a Markdown text, and its code, which nothing changes. */
export interface Prose {
  strings: readonly ProseString[]
  /** Code blocks, code spans, comments and elements such as `<pre>`, in order. */
  code: readonly Range[]
}

/** Offset in the source of an offset in a string. */
export function toSource({ ranges }: ProseString, offset: number): number {
  let rest = offset
  for (const { start, end } of ranges) {
    if (rest <= end - start) return start + rest
    rest -= end - start
  }
  return ranges.at(-1)?.end ?? 0
}

interface Line extends Range {
  /** After the markers of a quote. */
  content: number
  text: string
}

/**
 * Divide a Markdown text into strings like those that MathJax finds on the page: paragraphs, headings, items of lists and rows of
 * tables. A display that is closed is never divided, also if it contains blank lines or lines that look like items of a list.
 */
export function findProse(
  source: string,
  delimiters: Pick<MathDelimiters, 'display' | 'environments'>,
): Prose {
  const lines = splitLines(source)
  const opensDisplay = createDisplayReader(delimiters)
  const blocks: { ranges: Range[]; inHtml: boolean }[] = []
  const code: Range[] = []
  let current: Range[] = []
  let inHtml = false
  let inList = false
  const end = () => {
    if (current.length > 0) blocks.push({ ranges: current, inHtml })
    current = []
  }
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line
    const literal = literalEnd(lines, index, { isStart: current.length === 0, inList })
    if (literal !== undefined) {
      end()
      code.push({ start: line.start, end: (lines[literal] as Line).end })
      index = literal
      continue
    }
    if (line.text.trim() === '') {
      end()
      inHtml = false
      continue
    }
    if (startsBlock.test(line.text)) end()
    if (current.length === 0 && blockTag.test(line.text)) inHtml = true
    if (listItem.test(line.text)) inList = true
    else if (/^\S/.test(line.text)) inList = false
    const last = closingLine(lines, index, opensDisplay) ?? index
    // In a display, `>` after the markers of its quote is a relation.
    const depth = last === index ? undefined : quoteDepth(source.slice(line.start, line.content))
    for (const { start, end: lineEnd } of lines.slice(index, last + 1))
      current.push({ start: start + quoteMarkers(source.slice(start, lineEnd), depth).length, end: lineEnd })
    index = last
    if (/^#{1,6}\s|^\s*\|.*\|\s*$/.test(line.text) && last === index) end()
  }
  end()
  const cut = blocks.map((block) => cutCode(source, block.ranges, block.inHtml))
  return {
    strings: cut.flatMap(({ strings }) => strings),
    code: [...code, ...cut.flatMap((part) => part.code)].sort((a, b) => a.start - b.start),
  }
}

function splitLines(source: string): Line[] {
  const lines: Line[] = []
  for (let start = 0; start < source.length; ) {
    const newline = source.indexOf('\n', start)
    const end = newline < 0 ? source.length : newline + 1
    const content = start + quoteMarkers(source.slice(start, end)).length
    lines.push({ start, end, content, text: source.slice(content, end).replace(/\n$/, '') })
    start = end
  }
  return lines
}

/** The markers of quotes at the start of a line. @param depth how many at most */
function quoteMarkers(line: string, depth = 20): string {
  return depth === 0 ? '' : (new RegExp(`^(?:[ \\t]{0,3}>[ \\t]?){1,${depth}}`).exec(line)?.[0] ?? '')
}

function quoteDepth(markers: string): number {
  return markers.match(/>/g)?.length ?? 0
}

const listItem = /^\s*(?:[-+*]|\d{1,9}[.)])\s/
/** A heading, an item of a list, a row of a table, a footnote, a rule. */
const startsBlock =
  /^\s{0,3}#{1,6}\s|^\s*(?:[-+*]|\d{1,9}[.)])\s|^\s*\||^\[\^[^\]]+\]:|^\s{0,3}(?:-{3,}|\*{3,})\s*$/
const blockTag =
  /^\s{0,3}<\/?(?:address|article|aside|blockquote|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)\b/i

/** The last line of a code block or of an element without prose that starts at a line; undefined if none does. */
function literalEnd(
  lines: readonly Line[],
  index: number,
  { isStart, inList }: { isStart: boolean; inList: boolean },
): number | undefined {
  const { text } = lines[index] as Line
  const fence = /^\s*(?:[-+*]\s+|\d{1,9}[.)]\s+)?(`{3,}(?=[^`]*$)|~{3,})/.exec(text)?.[1]
  if (fence)
    return lastOf(lines, index, (line) => new RegExp(`^\\s*${fence[0]}{${fence.length},}\\s*$`).test(line))
  const element = /^\s{0,3}<(pre|script|style|textarea)\b/i.exec(text)?.[1]
  if (element) {
    const close = new RegExp(`</${element}\\s*>`, 'i')
    return close.test(text) ? index : lastOf(lines, index, (line) => close.test(line))
  }
  if (/^\s{0,3}<!--/.test(text) && !text.includes('-->'))
    return lastOf(lines, index, (line) => line.includes('-->'))
  if (isStart && !inList && /^(?: {4}|\t)\s*\S/.test(text)) {
    let last = index
    for (let next = index + 1; next < lines.length; next++) {
      const { text: following } = lines[next] as Line
      if (/^(?: {4}|\t)\s*\S/.test(following)) last = next
      else if (following.trim() !== '') break
    }
    return last
  }
  return undefined
}

/** The first line after another that ends it; the last line of the text if none does. */
function lastOf(lines: readonly Line[], index: number, isEnd: (line: string) => boolean): number {
  const found = lines.findIndex((line, next) => next > index && isEnd(line.text))
  return found < 0 ? lines.length - 1 : found
}

/** Reads a line. @returns the delimiter of the display that is open after it, given the one that is open before it */
type DisplayReader = (line: string, open: string | undefined) => string | undefined

function createDisplayReader({
  display,
  environments,
}: Pick<MathDelimiters, 'display' | 'environments'>): DisplayReader {
  const closing = new Map(
    display.flatMap(([open, close]) => [[open, close] as const, [`\\${open}`, `\\${close}`] as const]),
  )
  const hasDollars = closing.has('$$')
  const hasBrackets = closing.has('\\[')
  return (line, before) => {
    let open = before
    for (const [token, name, ticks] of line.matchAll(
      /\\\\[[\]]|\\(?:begin|end)\s*\{([^}]*)\}|\\[\s\S]|(`+)|\$\$/g,
    )) {
      if (open !== undefined) {
        const environment = /^\{(.*)\}$/.exec(open)?.[1]
        if (
          environment === undefined
            ? token === closing.get(open)
            : name === environment && token.startsWith('\\end')
        )
          open = undefined
      } else if (ticks) continue
      else if (token === '$$' && hasDollars) open = token
      else if (hasBrackets && (token === '\\[' || token === '\\\\[')) open = token
      else if (environments && name !== undefined && token.startsWith('\\begin')) open = `{${name}}`
    }
    return open
  }
}

/** The line that closes the display that is open after a line; undefined if none is open, or none closes it. */
function closingLine(lines: readonly Line[], index: number, read: DisplayReader): number | undefined {
  let open = read(lines[index]?.text ?? '', undefined)
  if (open === undefined) return undefined
  let isAfterBlank = false
  for (let next = index + 1; next < lines.length; next++) {
    const { text } = lines[next] as Line
    if (/^\s{0,3}(?:`{3}|~{3})/.test(text) || (isAfterBlank && outside.test(text))) return undefined
    isAfterBlank ||= text.trim() === ''
    open = read(text, open)
    if (open === undefined) return next
  }
  return undefined
}

/** A line after a blank one that is no part of a formula: a heading, or one that starts with a Han character or with words. */
const outside =
  /^\s{0,3}#{1,6}\s|^\s*(?:(?:[-+*]|\d{1,9}[.)])\s+)?[*_“「（《]*(?:\p{Script=Han}|[A-Z][a-z]+ [a-z]+ )/u

const cutter =
  /\\[\s\S]|(`+)|<!--[\s\S]*?-->|<(code|pre|script|style|textarea)\b[^<>]*>[\s\S]*?<\/\2\s*>|<\/?([a-zA-Z][a-zA-Z0-9-]*)(\s[^<>]*?)?\/?>|(?<![\w)}])!\[[^\]\n]*\]\([^)\n]*\)/g

/** Divide the prose of a block at its code, comments, tags and images. */
function cutCode(
  source: string,
  ranges: readonly Range[],
  inHtml: boolean,
): { strings: ProseString[]; code: Range[] } {
  const text = ranges.map(({ start, end }) => source.slice(start, end)).join('')
  const whole: ProseString = { text, ranges, inHtml }
  const strings: ProseString[] = []
  const code: Range[] = []
  let done = 0
  const add = (end: number) => {
    if (end > done) strings.push(sliceString(source, whole, done, end))
  }
  for (const match of text.matchAll(cutter)) {
    const start = match.index
    if (start < done || match[0].startsWith('\\')) continue
    const end = match[1] === undefined ? start + match[0].length : codeSpanEnd(text, start, match[1])
    if (end === undefined || (match[3] !== undefined && !isHtmlTag(match[3], match[4] ?? '', text))) continue
    add(start)
    const isComment = match[0].startsWith('<!--') && !isTeaserMarker(match[0])
    const isCode = match[1] !== undefined || match[2] !== undefined || isComment
    if (isCode) code.push({ start: toSource(whole, start), end: toSource(whole, end) })
    done = end
  }
  add(text.length)
  return { strings, code }
}

function sliceString(source: string, whole: ProseString, from: number, to: number): ProseString {
  const ranges: Range[] = []
  let offset = 0
  for (const { start, end } of whole.ranges) {
    const first = Math.max(from - offset, 0)
    const last = Math.min(to - offset, end - start)
    if (last > first) ranges.push({ start: start + first, end: start + last })
    offset += end - start
  }
  return {
    text: ranges.map(({ start, end }) => source.slice(start, end)).join(''),
    ranges,
    inHtml: whole.inHtml,
  }
}

function codeSpanEnd(text: string, start: number, ticks: string): number | undefined {
  const close = new RegExp(`(?<!\`)${ticks}(?!\`)`, 'g')
  close.lastIndex = start + ticks.length
  return close.test(text) ? close.lastIndex : undefined
}

function isTeaserMarker(comment: string): boolean {
  return /^<!--\s*more\b[^>]*-->$/i.test(comment)
}
