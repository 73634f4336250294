import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import type { CslItem } from '../bibliography/citation-js'
import { writeAtomically } from '../store/store'
import type { Numbered } from './label'
import type { Passage, Passages } from './passages'
import type { Print } from './print'

/** An article printed in every way it is shown. One file: what it says several times is compressed once. */
export interface PrintedBody {
  /** Its own page, with its table of contents. */
  page: Print & { contents: string }
  /** Its opening in lists. */
  teaser: Print
  /** For feed readers, HTML. */
  feed: string
  /** For readers of Markdown, without front matter. */
  markdown: string
  /** The formula that its author chose for its card, MathML. */
  formula?: string
  /** What its labels name, HTML by anchor. */
  previews: Record<string, string>
  /** What has a number, in order. */
  numbered: Numbered[]
  /** The works it cites, as CSL-JSON, in the order of the list. */
  works: CslItem[]
}

/** The ways that pages show piece by piece. */
export type PagePart = 'page' | 'teaser'

/** Name of a printed body's file in a folder of bodies. */
export function bodyFile(key: string): string {
  return `${key}.json.br`
}

/** Store a printed body. @param text its JSON */
export function writeBody(folder: string, key: string, text: string): void {
  const params = {
    // 5: a tenth of the size of the text; what is above takes ten times as long and saves a tenth of that.
    [constants.BROTLI_PARAM_QUALITY]: 5,
    [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
  }
  writeAtomically(join(folder, bodyFile(key)), brotliCompressSync(text, { params }))
}

/** Read the JSON of a printed body. */
export function readBodyText(folder: string, key: string): string {
  return brotliDecompressSync(readFileSync(join(folder, bodyFile(key)))).toString()
}

/** Read a printed body. */
export function readBody(folder: string, key: string): PrintedBody {
  return JSON.parse(readBodyText(folder, key))
}

/** Name of the file that holds an article's passages, beside its body. */
export function passagesFile(key: string): string {
  return `${key}.passages.br`
}

/**
 * Store what search needs of an article, in one file: what it looks in, to be read alone, then what it shows.
 *
 * @param shown the passages' JSON
 */
export function writePassages(
  folder: string,
  key: string,
  lookedIn: Pick<Passages, 'text' | 'tex'>,
  shown: string,
): void {
  const first = compress(JSON.stringify([lookedIn.text, lookedIn.tex]))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(first.length)
  writeAtomically(join(folder, passagesFile(key)), Buffer.concat([length, first, compress(shown)]))
}

function compress(text: string): Buffer {
  // Formulas say the same in many words: even the fastest makes a tenth of them.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 2, [constants.BROTLI_PARAM_SIZE_HINT]: text.length }
  return brotliCompressSync(text, { params })
}

/** Read what search looks in. */
export function readLookedIn(folder: string, key: string): Pick<Passages, 'text' | 'tex'> {
  const [first] = readPassagesFile(folder, key)
  const [text, tex] = JSON.parse(brotliDecompressSync(first).toString())
  return { text, tex }
}

/** Read the JSON of what search shows. */
export function readPassagesText(folder: string, key: string): string {
  return brotliDecompressSync(readPassagesFile(folder, key)[1]).toString()
}

/** Read what search shows. */
export function readShown(folder: string, key: string): Passage[] {
  return JSON.parse(readPassagesText(folder, key))
}

function readPassagesFile(folder: string, key: string): [lookedIn: Buffer, shown: Buffer] {
  const bytes = readFileSync(join(folder, passagesFile(key)))
  const end = 4 + bytes.readUInt32LE(0)
  return [bytes.subarray(4, end), bytes.subarray(end)]
}
