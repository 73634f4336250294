import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { create, type Font, type Glyph } from 'fontkitten'
import { partOf } from './fonts/parts.mjs'

/** A line of text as outlines, its baseline starting at the origin: whoever draws it needs no font. */
export interface SetLine {
  /** Outlines in the weight that was asked for. */
  path: string
  /** Outlines in regular weight, where bold was asked for: the Han font has one weight, and a stroke makes it bold. */
  thin: string
  width: number
}

export interface Style {
  /** Pixels of an em. */
  size: number
  bold?: boolean
  lang: string
}

/** One glyph at its place; y is upwards. */
interface Placed {
  glyph: Glyph
  font: Font
  x: number
  y: number
}

const opened = new Map<string, Font>()

/** A font, opened when it is first needed, for as long as the thread of drawings lives. */
function fontOf(name: string, read: () => Buffer): Font {
  // Not a collection: those have no glyphs.
  const font = opened.get(name) ?? (create(read()) as Font)
  opened.set(name, font)
  return font
}

/** Computer Modern, as formulas have it. */
function latinFont(bold = false): Font {
  const name = bold ? 'Bold' : 'Regular'
  return fontOf(name, () =>
    readFileSync(join(process.cwd(), `node_modules/katex/dist/fonts/KaTeX_Main-${name}.ttf`)),
  )
}

/** Noto Serif, for Han characters and whatever else Computer Modern lacks: the part of it that has a character. */
function hanFont(character: string): Font {
  const part = partOf(codeOf(character))
  return fontOf(part, () =>
    brotliDecompressSync(readFileSync(join(process.cwd(), `lib/card/fonts/NotoSerifSC-${part}.otf.br`))),
  )
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0
}

/** Width of a text in one line. */
export function measure(text: string, style: Style): number {
  return place(text, style).width
}

/** Set a text in one line. What no font has is set plainer: `ṝ` as r, a Han character as 〓, emoji not at all. */
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

/** Accents of Computer Modern, which has no letters that bear them, by their combining characters. */
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

/** Set accents over a letter as TeX does: in its middle, and raised where it is taller than an x. @param letter x is its end */
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

/** A word with its accents by themselves, as Computer Modern sets it. */
function decompose(word: string): string {
  return word
    .normalize('NFD')
    .replace(/i(?=[\u0300-\u036f])/g, 'ı')
    .replace(/j(?=[\u0300-\u036f])/g, 'ȷ')
}

const closing = /[」』】》）〉〕、。，；：]$/
const opening = /^[「『【《（〈〔]/
const han = /\p{Script=Han}/u
const other = /[\p{Script=Latin}\p{Script=Greek}\p{N}]/u

/** Ems between two runs: marks lose the half of their square that is empty, Han and Latin stand apart. */
function gap(before: string, after: string): number {
  if (opening.test(after) && (before === '' || closing.test(before))) return -0.5
  const [last, first] = [before.slice(-1), after.slice(0, 1)]
  return (han.test(last) && other.test(first)) || (other.test(last) && han.test(first)) ? 1 / 8 : 0
}

/** What one font sets: words, and what stands between them character by character. */
const square = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef'
/** Marks that Latin and Han share: full-width in Chinese. */
const shared = '—‘’“”…'
const parts = {
  chinese: new RegExp(`[^\\s${square}${shared}]+|[^]`, 'gu'),
  other: new RegExp(`[^\\s${square}]+|[^]`, 'gu'),
}

function runsOf(text: string, { bold, lang }: Style): { font: Font; text: string }[] {
  const latin = latinFont(bold)
  const isChinese = lang.startsWith('zh')
  /** A word has one face, where one has all of it. */
  const setWord = (word: string) => {
    if (isChinese && shared.includes(word)) return { font: hanFont(word), text: word }
    if (has(latin, word)) return { font: latin, text: word }
    const decomposed = decompose(word)
    if (has(latin, decomposed, accents)) return { font: latin, text: decomposed }
    const han = hanFont(word)
    return has(han, word) ? { font: han, text: word } : undefined
  }
  const clean = text.normalize('NFC').replace(/\p{Variation_Selector}/gu, '')
  return (clean.match(isChinese ? parts.chinese : parts.other) ?? []).flatMap(
    (part) =>
      setWord(part) ??
      [...part].flatMap((character) => setWord(character) ?? setWord(plainer(character)) ?? []),
  )
}

function plainer(character: string): string {
  return /\p{Script=Han}/u.test(character) ? '〓' : character.normalize('NFKD').slice(0, 1)
}

/** @param also characters that need no glyph of their own */
function has(font: Font, text: string, also: Readonly<Record<string, string>> = {}): boolean {
  return [...text].every(
    (character) => Object.hasOwn(also, character) || font.hasGlyphForCodePoint(codeOf(character)),
  )
}
