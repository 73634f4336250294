import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { type PagePart, type Part, partFile } from '../markdown/part'
import type { Print } from '../markdown/print'
import { publishedRoot } from './types'

interface PrintedPart extends Print {
  /** The table of contents, on the page's own part only. */
  contents?: string
}

/** A page reads its part for each static piece: the last few stay open. */
const recent = new Map<string, PrintedPart>()
const kept = 24

/** Read a printed part. Synchronous, because server rendering of a client component cannot wait. */
export function readPart(key: string, part: PagePart): PrintedPart {
  const name = partFile(key, part)
  const known = recent.get(name)
  if (known) return known
  const file = join(process.cwd(), publishedRoot, 'bodies', name)
  const printed: PrintedPart = JSON.parse(brotliDecompressSync(readFileSync(file)).toString())
  recent.set(name, printed)
  const [oldest] = recent.keys()
  if (recent.size > kept && oldest) recent.delete(oldest)
  return printed
}

/** Read a part that holds one text: the feed's. */
export function readFeedPart(key: string): string {
  return readWhole(key, 'feed')
}

/** Read what an article's labels name, by anchor. */
export function readPreviews(key: string): Record<string, string> {
  return readWhole(key, 'previews')
}

function readWhole<T>(key: string, part: Exclude<Part, PagePart>): T {
  const file = join(process.cwd(), publishedRoot, 'bodies', partFile(key, part))
  return JSON.parse(brotliDecompressSync(readFileSync(file)).toString())
}
