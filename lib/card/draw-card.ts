import { drawFormula } from '../markdown/draw-formula'
import { paint } from './paint'
import { cardSize } from './size'
import { measure, type Style, setLine } from './typeface'
import { wrap } from './wrap'

/** What a card says. */
export interface Card {
  site: string
  lang: string
  title: string
  /** As the rail of the front page has it. */
  date?: { day: string; month: string; year: string }
  /** The series, and which part of it. */
  series?: { title: string; part: string }
  byline?: string
  /** Stands where there is no formula. */
  summary?: string
  /** MathML of what may stand below the title: the first that is legible does. */
  formulas: readonly string[]
  /** The author chose the first: it stands, however wide it is. */
  chosen: boolean
}

// `app/globals.css` in its light form: a card has no theme.
const colour = { paper: '#fcfbf8', ink: '#1d1c1a', quiet: '#524e46', rule: '#e4dfd5', seal: '#8f2518' }

const rail = 96
/** What a square cut out of the middle shows lies in it. */
const column = { left: 288, right: 1112 }
const columnWidth = column.right - column.left

/** Sizes of a title, and how many lines it may take in each: there is to be room for a formula. */
const titles = [
  { size: 76, most: 2 },
  { size: 66, most: 2 },
  { size: 58, most: 3 },
  { size: 50, most: 3 },
  { size: 44, most: 3 },
] as const
const formulaSize = { best: 46, legible: 30 }

/**
 * Draw a card as PNG. All text becomes outlines of fonts that lie beside this file, so it looks the same everywhere,
 * and no text of an author's stands in the SVG.
 */
export async function drawCard(card: Card): Promise<Uint8Array<ArrayBuffer>> {
  const { size, lines } = fitTitle(card)
  const step = size * 1.28
  const head = (card.series ? 200 : 166) + size
  const last = head + (lines.length - 1) * step
  const room = { top: last + size * 0.45, bottom: 520 }
  const below = (await drawFormulaOf(card, room)) ?? drawSummary(card, room)
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${cardSize.width}" height="${cardSize.height}" viewBox="0 0 ${cardSize.width} ${cardSize.height}">`,
    `<rect width="100%" height="100%" fill="${colour.paper}"/>`,
    drawMasthead(card),
    // What stands alone stands in the middle.
    `<g transform="translate(0,${below ? 0 : (room.bottom - room.top) / 2})">`,
    drawDate(card, head),
    drawSeries(card, 176),
    ...lines.map((line, i) =>
      text(line, column.left, head + i * step, { size, bold: true, lang: card.lang }, colour.ink),
    ),
    '</g>',
    below,
    card.byline ? oneLine(card.byline, 572, { size: 27, lang: card.lang }, colour.quiet) : '',
    '</svg>',
  ].join('')
  return paint(svg)
}

function drawMasthead({ site, lang }: Card): string {
  const style = { size: 34, bold: true, lang }
  return (
    text(site, rail, 92, style, colour.ink) +
    text('.', rail + measure(site, style) + 6, 92, style, colour.seal) +
    `<path d="M${rail} 122H${column.right}" stroke="${colour.rule}" stroke-width="2"/>`
  )
}

/** The day as a numeral in the rail, on the line of the title. */
function drawDate({ date, lang }: Card, y: number): string {
  if (!date) return ''
  const right = column.left - 56
  const end = (value: string, y: number, size: number, fill: string) =>
    text(value, right - measure(value, { size, lang }), y, { size, lang }, fill)
  return (
    end(date.day, y, 84, colour.ink) +
    end(date.month, y + 46, 27, colour.quiet) +
    end(date.year, y + 86, 27, colour.quiet)
  )
}

function drawSeries({ series, lang }: Card, y: number): string {
  if (!series) return ''
  const style = { size: 27, lang }
  const part = measure(series.part, style)
  const title = shorten(series.title, style, columnWidth - part - 28)
  return (
    text(title, column.left, y, style, colour.seal) +
    text(series.part, column.left + measure(title, style) + 28, y, style, colour.quiet)
  )
}

function fitTitle({ title, lang }: Card): { size: number; lines: string[] } {
  for (const { size, most } of titles) {
    const style = { size, bold: true, lang }
    const lines = wrap(title, lang, {
      measure: (text) => measure(text, style),
      width: columnWidth,
      lines: most,
    })
    if (lines) return { size, lines }
  }
  const { size, most } = titles[titles.length - 1] as (typeof titles)[number]
  return { size, lines: fill(title, { size, bold: true, lang }, most) }
}

/** The first formula that is legible at the width of the column; nothing where there is none. */
async function drawFormulaOf(
  { formulas, chosen, lang }: Card,
  { top, bottom }: { top: number; bottom: number },
): Promise<string | undefined> {
  for (const [i, mathml] of formulas.entries()) {
    const drawn = await drawFormula(withoutStop(mathml))
    if (!drawn) continue
    const size = Math.min(
      formulaSize.best,
      columnWidth / drawn.width,
      (bottom - top) / (drawn.height + drawn.depth),
    )
    if (size < formulaSize.legible && !(chosen && i === 0)) continue
    const x = column.left + (columnWidth - drawn.width * size) / 2
    const y = (top + bottom) / 2 + ((drawn.height - drawn.depth) * size) / 2
    const content = drawn.svg
      .replace(/^<svg[^>]*>|<\/svg>$/g, '')
      .replace(fontText, (_, attributes, value) => {
        const size = Number(/font-size="([\d.]+)px"/.exec(attributes)?.[1] ?? 1000)
        const { path } = setLine(decode(value), { size, lang })
        return `<path transform="scale(1,-1)" d="${path}"/>`
      })
    return `<g color="${colour.ink}" transform="translate(${x},${y}) scale(${size / 1000})">${content}</g>`
  }
  return undefined
}

/** A display ends with the mark of the sentence that it belongs to. */
function withoutStop(mathml: string): string {
  return mathml.replace(/[,.;，。；](?=<\/m(?:i|n|o|text)>(?:<\/m(?:row|style)>)*<annotation)/, '')
}

/** What MathJax leaves to fonts. */
const fontText = /<text([^>]*)>([^<]*)<\/text>/g

function decode(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

function drawSummary({ summary, lang }: Card, { top, bottom }: { top: number; bottom: number }): string {
  // A formula in it would stand there as TeX.
  if (!summary || summary.includes('$')) return ''
  const style = { size: 30, lang }
  const step = 50
  return fill(summary, style, Math.min(3, Math.floor((bottom - top) / step)))
    .map((line, i) => text(line, column.left, top + (i + 1) * step, style, colour.quiet))
    .join('')
}

/** Break a text into so many lines; what does not fit goes. */
function fill(value: string, style: Style, lines: number): string[] {
  const setter = { measure: (text: string) => measure(text, style), width: columnWidth, lines }
  const characters = graphemes(value)
  const broken = (length: number) =>
    wrap(
      characters.slice(0, length).join('').trim() + (length < characters.length ? '…' : ''),
      style.lang,
      setter,
    )
  return broken(largest(characters.length, (length) => broken(length) !== undefined)) ?? []
}

function oneLine(value: string, y: number, style: Style, fill: string): string {
  return text(shorten(value, style, columnWidth), column.left, y, style, fill)
}

function shorten(value: string, style: Style, width: number): string {
  const characters = graphemes(value)
  const cut = (length: number) =>
    characters.slice(0, length).join('').trim() + (length < characters.length ? '…' : '')
  return cut(largest(characters.length, (length) => measure(cut(length), style) <= width))
}

function graphemes(text: string): string[] {
  // No card shows more, whatever its author wrote.
  return [...new Intl.Segmenter().segment(text.slice(0, 400))].map(({ segment }) => segment)
}

/** The largest number up to `most` that fits, where smaller ones fit better. */
function largest(most: number, fits: (length: number) => boolean): number {
  if (fits(most)) return most
  let [low, high] = [0, most]
  while (low + 1 < high) {
    const middle = (low + high) >> 1
    if (fits(middle)) low = middle
    else high = middle
  }
  return low
}

function text(value: string, x: number, y: number, style: Style, fill: string): string {
  const { path, thin } = setLine(value, style)
  return (
    `<g fill="${fill}" transform="translate(${x},${y})"><path d="${path}"/>` +
    (thin && `<path d="${thin}" stroke="${fill}" stroke-width="${style.size / 32}"/>`) +
    '</g>'
  )
}
