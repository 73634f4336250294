import { gzipSize } from './page'
import { sum } from './statistics'

/** Bytes of some pages together, of what stands in their `<main>`, and of the articles in there. */
export interface PageWeight {
  page: number
  main: number
  /** Title block and text, without what leads elsewhere or is read by machines: chrome. */
  article: number
}

/** Bytes of an index page, and of the teasers it is made for. */
export interface IndexWeight {
  teasers: number
  raw: { page: number; teasers: number }
  gzip: { page: number; teasers: number }
}

/** Compressed each by itself, as they are sent. */
export function weighPages(pages: readonly string[]): PageWeight {
  const mains = pages.map(cutMain)
  return {
    page: sum(pages.map(gzipSize)),
    main: sum(mains.map(gzipSize)),
    article: sum(mains.map(cutArticle).map(gzipSize)),
  }
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

/** Lemma's articles have contents, series, neighbours, how to cite and JSON-LD in them; a rival's are the text. */
function cutArticle(main: string): string {
  const article = /<article\b[\s\S]*<\/article>/.exec(main)?.[0]
  if (article === undefined) throw new Error(`Found no <article> in a page: ${main.slice(0, 200)}`)
  return article.replace(/<(nav|footer|script)\b[\s\S]*?<\/\1>/g, '')
}

function cutMain(page: string): string {
  const main = /<main\b[^>]*>([\s\S]*?)<\/main>/.exec(page)?.[1]
  if (main === undefined) throw new Error(`Found no <main> in a page: ${page.slice(0, 200)}`)
  return main
}
