import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { writeAtomically } from '../store/store'
import type { Print } from './print'

/** An article printed in every way it is shown. One file: what it says several times is compressed once. */
export interface PrintedBody {
  /** Its own page, with its table of contents. */
  page: Print & { contents: string }
  /** Its opening in lists. */
  teaser: Print
  /** For feed readers, HTML. */
  feed: string
  /** What its labels name, HTML by anchor. */
  previews: Record<string, string>
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
