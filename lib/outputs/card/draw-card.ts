import { drawFormula } from '../../markdown/tex/drawing/draw-formula'
import { colours, type Palette } from '../../site/colours'
import type { Language } from '../../site/languages'
import { cardSize } from './card-size'
import { renderPng } from './render-png'
import { measure, type Style, setLine } from './typeface'
import { wrap } from './wrap'

/** The content of a card. */
export interface Card {
  site: string
  lang: Language
  title: string
  /** As date badges show it. */
  date?: { day: string; month: string; year: string }
  /** The title of the series, and the part of this article. */
  series?: { title: string; part: string }
  byline?: string
  /** Shown if there is no formula. */
  summary?: string
  /** Formulas as MathML; the card shows the first legible one. */
  formulas: readonly string[]
  /** Whether the author chose the first formula: then it is shown at any width. */
  chosen: boolean
  /** The colours of the site's theme; not set if they are the default. */
  palette?: Palette
}

/** The colours of a card, which are the light ones: a card does not follow the theme of its reader. */
function coloursOf({ palette = colours }: Pick<Card, 'palette'>) {
  const { paper, ink, quiet, rule, seal } = palette
  return { paper: paper[0], ink: ink[0], quiet: quiet[0], rule: rule[0], seal: seal[0] }
}

const rail = 96
/** The column is inside the square that sites crop from the middle of a card. */
const column = { left: 288, right: 1112 }
const columnWidth = column.right - column.left

/** Sizes of a title, each with its maximum number of lines, so that there is room for a formula. */
const titles = [
  { size: 76, maxLines: 2 },
  { size: 66, maxLines: 2 },
  { size: 58, maxLines: 3 },
  { size: 50, maxLines: 3 },
  { size: 44, maxLines: 3 },
] as const
const formulaSize = { best: 46, legible: 30 }

/**
 * Draw a card as PNG. All text is converted to outlines of the fonts in `fonts/`, so a card looks the same on every
 * machine, and the SVG contains no text from authors.
 */
export async function drawCard(card: Card): Promise<Uint8Array<ArrayBuffer>> {
  const { paper, ink, quiet } = coloursOf(card)
  const { size, lines } = fitTitle(card)
  const step = size * 1.28
  const head = (card.series ? 200 : 166) + size
  const last = head + (lines.length - 1) * step
  const room = { top: last + size * 0.45, bottom: 520 }
  const below = (await drawFormulaOf(card, room)) ?? drawSummary(card, room)
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${cardSize.width}" height="${cardSize.height}" viewBox="0 0 ${cardSize.width} ${cardSize.height}">`,
    `<rect width="100%" height="100%" fill="${paper}"/>`,
    drawMasthead(card),
    // Centre the title if nothing is below it.
    `<g transform="translate(0,${below ? 0 : (room.bottom - room.top) / 2})">`,
    drawDate(card, head),
    drawSeries(card, 176),
    ...lines.map((line, i) =>
      text(line, column.left, head + i * step, { size, bold: true, lang: card.lang }, ink),
    ),
    '</g>',
    below,
    card.byline ? oneLine(card.byline, 572, { size: 27, lang: card.lang }, quiet) : '',
    '</svg>',
  ].join('')
  return renderPng(svg)
}

function drawMasthead(card: Card): string {
  const { site, lang } = card
  const { ink, rule, seal } = coloursOf(card)
  const style = { size: 34, bold: true, lang }
  return (
    text(site, rail, 92, style, ink) +
    text('.', rail + measure(site, style) + 6, 92, style, seal) +
    `<path d="M${rail} 122H${column.right}" stroke="${rule}" stroke-width="2"/>`
  )
}

/** Draw the day as a large numeral left of the title, on its first line. */
function drawDate(card: Card, y: number): string {
  const { date, lang } = card
  if (!date) return ''
  const { ink, quiet } = coloursOf(card)
  const right = column.left - 56
  const end = (value: string, y: number, size: number, fill: string) =>
    text(value, right - measure(value, { size, lang }), y, { size, lang }, fill)
  return end(date.day, y, 84, ink) + end(date.month, y + 46, 27, quiet) + end(date.year, y + 86, 27, quiet)
}

function drawSeries(card: Card, y: number): string {
  const { series, lang } = card
  if (!series) return ''
  const { quiet, seal } = coloursOf(card)
  const style = { size: 27, lang }
  const part = measure(series.part, style)
  const title = shorten(series.title, style, columnWidth - part - 28)
  return (
    text(title, column.left, y, style, seal) +
    text(series.part, column.left + measure(title, style) + 28, y, style, quiet)
  )
}

function fitTitle({ title, lang }: Card): { size: number; lines: string[] } {
  for (const { size, maxLines } of titles) {
    const style = { size, bold: true, lang }
    const lines = wrap(title, lang, {
      measure: (text) => measure(text, style),
      width: columnWidth,
      lines: maxLines,
    })
    if (lines) return { size, lines }
  }
  const { size, maxLines } = titles[titles.length - 1] as (typeof titles)[number]
  return { size, lines: fill(title, { size, bold: true, lang }, maxLines) }
}

/** Draw the first formula that is legible at the width of the column; undefined if there is none. */
async function drawFormulaOf(
  card: Card,
  { top, bottom }: { top: number; bottom: number },
): Promise<string | undefined> {
  const { formulas, chosen, lang } = card
  for (const [i, mathml] of formulas.entries()) {
    const drawn = await drawFormula(withoutPunctuation(mathml))
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
    return `<g color="${coloursOf(card).ink}" transform="translate(${x},${y}) scale(${size / 1000})">${content}</g>`
  }
  return undefined
}

/** Remove the punctuation at the end of a displayed formula: it belongs to a sentence of the article. */
function withoutPunctuation(mathml: string): string {
  return mathml.replace(/[,.;，。；](?=<\/m(?:i|n|o|text)>(?:<\/m(?:row|style)>)*<annotation)/, '')
}

/** Characters without outlines in MathJax, which it writes as text. */
const fontText = /<text([^>]*)>([^<]*)<\/text>/g

function decode(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

function drawSummary(card: Card, { top, bottom }: { top: number; bottom: number }): string {
  const { summary, lang } = card
  // A formula in the summary would be shown as TeX.
  if (!summary || summary.includes('$')) return ''
  const style = { size: 30, lang }
  const step = 50
  return fill(summary, style, Math.min(3, Math.floor((bottom - top) / step)))
    .map((line, i) => text(line, column.left, top + (i + 1) * step, style, coloursOf(card).quiet))
    .join('')
}

/** Break a text into at most `lines` lines; text that does not fit is replaced by an ellipsis. */
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
  // A card has no room for longer text.
  return [...new Intl.Segmenter().segment(text.slice(0, 400))].map(({ segment }) => segment)
}

/** The largest number up to `most` that fits, if every smaller number fits too. */
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
