import { gzipSize } from './page'
import { sum } from './statistics'

/** Bytes of some pages together, and of what stands in their `<main>`. */
export interface PageWeight {
  page: number
  main: number
}

/** Bytes of an index page, and of the teasers it is made for. */
export interface IndexWeight {
  teasers: number
  raw: { page: number; teasers: number }
  gzip: { page: number; teasers: number }
}

/** Compressed each by itself, as they are sent. */
export function weighPages(pages: readonly string[]): PageWeight {
  return { page: sum(pages.map(gzipSize)), main: sum(pages.map((page) => gzipSize(cutMain(page)))) }
}

export function weighIndex(page: string): IndexWeight {
  const teasers = cutMain(page).match(/<article\b[\s\S]*?<\/article>/g) ?? []
  const own = teasers.join('')
  return {
    teasers: teasers.length,
    raw: { page: Buffer.byteLength(page), teasers: Buffer.byteLength(own) },
    gzip: { page: gzipSize(page), teasers: gzipSize(own) },
  }
}

function cutMain(page: string): string {
  const main = /<main\b[^>]*>([\s\S]*?)<\/main>/.exec(page)?.[1]
  if (main === undefined) throw new Error(`Found no <main> in a page: ${page.slice(0, 200)}`)
  return main
}
