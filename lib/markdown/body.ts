import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import type { CslItem } from '../bibliography/citation-js'
import { writeAtomically } from '../store/store'
import type { Numbered } from './label'
import type { Passage, Texts } from './passages'
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
  /** What search shows. */
  passages: Passage[]
  /** The formulas of all of these but the feed and Markdown, to be put in with `fillFormulas`. */
  formulas: string[]
}

/** The ways that pages show piece by piece. */
export type PagePart = 'page' | 'teaser'

/** Name of a printed body's file in a folder of bodies. */
export function bodyFile(key: string): string {
  return `${key}.br`
}

/** What search shows of an article. */
export interface Shown {
  passages: Passage[]
  /** HTML of a formula by its number: a passage holds few of them. */
  formulaAt(number: number): string | undefined
}

/**
 * The text of a printed body: JSON, a line for its passages, one for the rest, one for each formula. Search reads what it
 * shows; and to decode lines takes a fifth of the time, for most formulas are ASCII alone.
 */
export function printBody({ passages, formulas, ...rest }: PrintedBody): string {
  return [passages, rest, ...formulas].map((value) => JSON.stringify(value)).join('\n')
}

/**
 * Store a printed body, and before it in the same file what search looks in: that is read for every article, bodies
 * only for those that are shown.
 *
 * @param text as `printBody` prints it
 */
export function writeBody(folder: string, key: string, { text: searched, tex }: Texts, text: string): void {
  const texts = compress(JSON.stringify([searched, tex]), 2)
  const length = Buffer.alloc(4)
  length.writeUInt32LE(texts.length)
  // 5: a tenth of the size of the text; what is above takes ten times as long and saves a tenth of that.
  writeAtomically(pathOf(folder, key), Buffer.concat([length, texts, compress(text, 5)]))
}

/** Read the text of a printed body. */
export function readBodyText(folder: string, key: string): string {
  return brotliDecompressSync(readBodyBytes(folder, key)).toString()
}

/** Read a printed body. */
export function readBody(folder: string, key: string): PrintedBody {
  const [passages, rest, ...formulas] = readLines(folder, key).map(parse)
  return { ...rest, passages, formulas }
}

/** Read what search shows of an article. */
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

/** Read what search looks in: of the file no more than that, for it is read for every article. */
export function readTexts(folder: string, key: string): Texts {
  const file = openSync(/* turbopackIgnore: true */ pathOf(folder, key), 'r')
  try {
    const length = readBytes(file, 0, 4).readUInt32LE()
    const [text, tex] = parse(brotliDecompressSync(readBytes(file, 4, length)))
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

function readBodyBytes(folder: string, key: string): Buffer {
  const bytes = readFileSync(/* turbopackIgnore: true */ pathOf(folder, key))
  return bytes.subarray(4 + bytes.readUInt32LE(0))
}

function pathOf(folder: string, key: string): string {
  // Hosts that trace files are told of bodies in `next.config.mjs`; by themselves they would bring whatever ends so.
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
  // At once: a body is some 256 KB, and parts of it would be put together.
  const bytes = brotliDecompressSync(readBodyBytes(folder, key), { chunkSize: 1 << 18 })
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
