import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { create, type Font, type Glyph } from 'fontkitten'
import { spacelessLetters } from '../../markdown/text/scripts'
import { type Language, languages } from '../../site/languages'
import { partOf } from './fonts/parts'

/** A line of text as outlines, which can be drawn without a font. Its baseline starts at the origin. */
export interface SetLine {
  /** Outlines in the requested weight. */
  path: string
  /** Outlines in regular weight of bold Han text: the Han font has one weight only, so the caller adds a stroke. */
  thin: string
  width: number
}

export interface Style {
  /** Pixels of an em. */
  size: number
  bold?: boolean
  lang: Language
}

/** One glyph and its position; y points upwards. */
interface Placed {
  glyph: Glyph
  font: Font
  x: number
  y: number
}

const opened = new Map<string, Font>()

/** A font. It is opened on first use and kept until the worker ends. */
function fontOf(name: string, read: () => Buffer): Font {
  // The cast excludes font collections.
  const font = opened.get(name) ?? (create(read()) as Font)
  opened.set(name, font)
  return font
}

/** Computer Modern, the font of formulas. */
function latinFont(bold = false): Font {
  const name = bold ? 'Bold' : 'Regular'
  return fontOf(name, () =>
    readFileSync(join(process.cwd(), `node_modules/katex/dist/fonts/KaTeX_Main-${name}.ttf`)),
  )
}

/** Noto Serif, for Han characters and others that Computer Modern lacks: the part that contains a character. */
function hanFont(character: string): Font {
  const part = partOf(codeOf(character))
  return fontOf(part, () =>
    brotliDecompressSync(
      readFileSync(join(process.cwd(), `lib/outputs/card/fonts/NotoSerifSC-${part}.otf.br`)),
    ),
  )
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0
}

/** Width of a text in one line. */
export function measure(text: string, style: Style): number {
  return place(text, style).width
}

/** Set a text in one line. A missing character is replaced: `ṝ` by r, a Han character by 〓; emoji are omitted. */
export function setLine(text: string, style: Style): SetLine {
  const { glyphs, width } = place(text, style)
  const outline = (placed: Placed[]) =>
    placed
      .map(({ glyph, font, x, y }) => {
        const scale = style.size / font.unitsPerEm
        return glyph.path.transform(scale, 0, 0, -scale, x, -y).toSVG()
      })
      .join('')
  const isThin = ({ font }: Placed) => style.bold === true && font !== latinFont(true)
  return {
    path: outline(glyphs.filter((placed) => !isThin(placed))),
    thin: outline(glyphs.filter(isThin)),
    width,
  }
}

function place(text: string, style: Style): { glyphs: Placed[]; width: number } {
  const glyphs: Placed[] = []
  let x = 0
  let before = ''
  for (const { font, text: run } of runsOf(text, style)) {
    x += style.size * gap(before, run)
    before = run
    const scale = style.size / font.unitsPerEm
    for (const [, letters = '', marks = ''] of run.matchAll(/(\P{M}+)(\p{M}*)/gu)) {
      // Neither font has ligatures or kerning.
      const set = font.glyphsForString(letters)
      for (const glyph of set) {
        glyphs.push({ glyph, font, x, y: 0 })
        x += glyph.advanceWidth * scale
      }
      const last = set.at(-1)
      if (last) glyphs.push(...setAccents(marks, { glyph: last, font, x, y: 0 }, scale))
    }
  }
  return { glyphs, width: x }
}

/** Accents of Computer Modern, by combining character. The font contains no accented letters. */
const accents: Readonly<Record<string, string>> = {
  '\u0300': 'ˋ',
  '\u0301': 'ˊ',
  '\u0302': '^',
  '\u0303': '~',
  '\u0304': 'ˉ',
  '\u0306': '˘',
  '\u0307': '˙',
  '\u0308': '¨',
  '\u030a': '˚',
  '\u030b': 'ˊˊ',
  '\u030c': 'ˇ',
}

/** Set accents over a letter as TeX does: centred, and raised if it is taller than an x. @param letter with x at its end */
function setAccents(marks: string, { glyph, font, x }: Placed, scale: number): Placed[] {
  const rise = Math.max(0, glyph.bbox.maxY - font.xHeight)
  return [...marks].flatMap((mark) => {
    const parts = [...(accents[mark] ?? '')]
    return parts.map((part, i) => {
      const accent = font.glyphForCodePoint(codeOf(part))
      const aside = (i - (parts.length - 1) / 2) * 0.2 * font.unitsPerEm
      const left = (glyph.advanceWidth + accent.advanceWidth) / 2 - aside
      return { glyph: accent, font, x: x - left * scale, y: rise * scale }
    })
  })
}

/** Decompose a word into letters and combining accents, as Computer Modern needs it. */
function decompose(word: string): string {
  return word
    .normalize('NFD')
    .replace(/i(?=[\u0300-\u036f])/g, 'ı')
    .replace(/j(?=[\u0300-\u036f])/g, 'ȷ')
}

const closing = /[」』】》）〉〕、。，；：]$/
const opening = /^[「『【《（〈〔]/
const han = new RegExp(`[${spacelessLetters}]`, 'u')
const other = /[\p{Script=Latin}\p{Script=Greek}\p{N}]/u

/** The space between two runs, in ems: negative to remove the empty half of punctuation, positive between Han and Latin. */
function gap(before: string, after: string): number {
  if (opening.test(after) && (before === '' || closing.test(before))) return -0.5
  const [last, first] = [before.slice(-1), after.slice(0, 1)]
  return (han.test(last) && other.test(first)) || (other.test(last) && han.test(first)) ? 1 / 8 : 0
}

/** Text is split into runs of one font: words, and single characters between them. */
const square = `${spacelessLetters}\\u3000-\\u303f\\uff00-\\uffef`
/** Punctuation that Latin and Han text share; it is full-width in some languages. */
const shared = '—‘’“”…'
const parts = {
  wide: new RegExp(`[^\\s${square}${shared}]+|[^]`, 'gu'),
  narrow: new RegExp(`[^\\s${square}]+|[^]`, 'gu'),
}

function runsOf(text: string, { bold, lang }: Style): { font: Font; text: string }[] {
  const latin = latinFont(bold)
  const { wideMarks } = languages[lang]
  /** A word is set in one font, if a font contains all its letters. */
  const setWord = (word: string) => {
    if (wideMarks && shared.includes(word)) return { font: hanFont(word), text: word }
    if (has(latin, word)) return { font: latin, text: word }
    const decomposed = decompose(word)
    if (has(latin, decomposed, accents)) return { font: latin, text: decomposed }
    const han = hanFont(word)
    return has(han, word) ? { font: han, text: word } : undefined
  }
  const clean = curlQuotes(text)
    .normalize('NFC')
    .replace(/\p{Variation_Selector}/gu, '')
  return (clean.match(wideMarks ? parts.wide : parts.narrow) ?? []).flatMap(
    (part) =>
      setWord(part) ??
      [...part].flatMap((character) => setWord(character) ?? setWord(plainer(character)) ?? []),
  )
}

/** Replace straight quotation marks in pairs, and apostrophes: Computer Modern has a closing mark instead of each. */
function curlQuotes(text: string): string {
  return text
    .replace(/"([^"]*)"/g, '“$1”')
    .replace(/(^|[\s([{“])'/g, '$1‘')
    .replace(/'/g, '’')
}

function plainer(character: string): string {
  return /\p{Script=Han}/u.test(character) ? '〓' : character.normalize('NFKD').slice(0, 1)
}

/** Does a font contain all characters of a text? @param also characters that need no glyph */
function has(font: Font, text: string, also: Readonly<Record<string, string>> = {}): boolean {
  return [...text].every(
    (character) => Object.hasOwn(also, character) || font.hasGlyphForCodePoint(codeOf(character)),
  )
}
