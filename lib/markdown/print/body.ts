import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { DamagedFile, seal, unseal, writeAtomically } from '../../store/store'
import type { CslItem } from '../bibliography/citation-js'
import type { Numbered } from '../numbering/label'
import type { Print } from './html/print'
import type { Passage, Texts } from './passages'

/** An article in all its printed forms. They are in one file, so that what they have in common is compressed once. */
export interface PrintedBody {
  /** The article's page, with its table of contents. */
  page: Print & { contents: string }
  /** The start of the article, for lists. */
  teaser: Print
  /** HTML for feeds. */
  feed: string
  /** Markdown without front matter. */
  markdown: string
  /** MathML of the formula in the front matter, for the card. */
  formula?: string
  /** HTML of the elements with a label, by anchor. */
  previews: Record<string, string>
  /** All numbered elements, in order. */
  numbered: Numbered[]
  /** The works cited as CSL-JSON, in the order of the list. */
  works: CslItem[]
  /** Passages for search results. */
  passages: Passage[]
  /** HTML of the formulas; `fillFormulas` inserts it into all forms except the feed and Markdown. */
  formulas: string[]
}

/** The forms that pages print piece by piece. */
export type PagePart = 'page' | 'teaser'

/** File name of a printed body. */
export function bodyFile(key: string): string {
  return `${key}.br`
}

/** The parts of a body that search results need. */
export interface Shown {
  passages: Passage[]
  /** HTML of a formula by its number. */
  formulaAt(number: number): string | undefined
}

/**
 * Serialise a printed body: one line of JSON for the passages, one for the rest, and one for each formula. Search parses only
 * the lines that it needs. Decoding UTF-8 by lines takes a fifth of the time, because most formulas are ASCII.
 */
export function printBody({ passages, formulas, ...rest }: PrintedBody): string {
  return [passages, rest, ...formulas].map((value) => JSON.stringify(value)).join('\n')
}

/**
 * Brotli quality. A function on Vercel contains the bodies of all articles and is limited to 250 MB. There, 5 ms more for
 * each article are accepted for a size of 21.8 instead of 24.4 KB. The highest quality, 11, saves 6 % more but takes 250 ms.
 */
const quality = process.env.VERCEL ? { body: 9, texts: 5 } : { body: 5, texts: 2 }

/**
 * Store a printed body. The file starts with the texts that search scans, because they are read for every article, and
 * bodies only for results. Both have a checksum, so that reading detects a damaged file.
 *
 * @param text the result of `printBody`
 */
export function writeBody(folder: string, key: string, { text: searched, tex }: Texts, text: string): void {
  const texts = seal(compress(JSON.stringify([searched, tex]), quality.texts))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(texts.length)
  writeAtomically(pathOf(folder, key), Buffer.concat([length, texts, seal(compress(text, quality.body))]))
}

/** Does a printed body exist and have the right checksums? */
export function isBodyWhole(folder: string, key: string): boolean {
  try {
    readSealed(folder, key)
    readTexts(folder, key)
    return true
  } catch {
    return false
  }
}

/** Read a printed body without parsing it. */
export function readBodyText(folder: string, key: string): string {
  return brotliDecompressSync(readSealed(folder, key)).toString()
}

/** Read a printed body. */
export function readBody(folder: string, key: string): PrintedBody {
  const [passages, rest, ...formulas] = readLines(folder, key).map(parse)
  return { ...rest, passages, formulas }
}

/** Read the parts of a body that search results need. */
export function readShown(folder: string, key: string): Shown {
  const [passages, , ...formulas] = readLines(folder, key)
  return {
    passages: passages ? parse(passages) : [],
    formulaAt(number) {
      const line = formulas[number]
      return line && parse(line)
    },
  }
}

/** Read the texts that search scans, without the rest of the file. */
export function readTexts(folder: string, key: string): Texts {
  const path = pathOf(folder, key)
  const file = openSync(/* turbopackIgnore: true */ path, 'r')
  try {
    const length = readBytes(file, 0, 4).readUInt32LE()
    if (length > fstatSync(file).size) throw new DamagedFile(path)
    const [text, tex] = parse(brotliDecompressSync(unseal(readBytes(file, 4, length), path)))
    return { text, tex }
  } finally {
    closeSync(file)
  }
}

function readBytes(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  readSync(file, bytes, 0, length, position)
  return bytes
}

/** The compressed text of a printed body. @throws DamagedFile */
function readSealed(folder: string, key: string): Buffer {
  const path = pathOf(folder, key)
  const bytes = readFileSync(/* turbopackIgnore: true */ path)
  if (bytes.length < 4) throw new DamagedFile(path)
  return unseal(bytes.subarray(4 + bytes.readUInt32LE(0)), path)
}

function pathOf(folder: string, key: string): string {
  // `next.config.mjs` lists the bodies for file tracing. Without the comment, Turbopack would trace every file with this ending.
  return join(/* turbopackIgnore: true */ folder, bodyFile(key))
}

const newline = 0x0a

function compress(text: string, quality: number): Buffer {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants
  return brotliCompressSync(text, {
    params: { [BROTLI_PARAM_QUALITY]: quality, [BROTLI_PARAM_SIZE_HINT]: text.length },
  })
}

function readLines(folder: string, key: string): Buffer[] {
  // A body has about 256 KB. With smaller chunks, brotli would concatenate them.
  const bytes = brotliDecompressSync(readSealed(folder, key), { chunkSize: 1 << 18 })
  const lines: Buffer[] = []
  let start = 0
  for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, start)) {
    lines.push(bytes.subarray(start, end))
    start = end + 1
  }
  lines.push(bytes.subarray(start))
  return lines
}

function parse(line: Buffer) {
  return JSON.parse(line.toString())
}
