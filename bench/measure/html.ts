import { sum } from '../report/statistics'
import { gzipSize } from './page'

/** Total bytes of pages, of their `<main>` elements, and of the articles in them. */
export interface PageWeight {
  page: number
  main: number
  /** Title and text, without links to other pages and JSON-LD. */
  article: number
}

/** Bytes of an index page and of its teasers. */
export interface IndexWeight {
  teasers: number
  raw: { page: number; teasers: number }
  gzip: { page: number; teasers: number }
}

/** Each page compressed separately, as it is sent. */
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
  const html = teasers.join('')
  return {
    teasers: teasers.length,
    raw: { page: Buffer.byteLength(page), teasers: Buffer.byteLength(html) },
    gzip: { page: gzipSize(page), teasers: gzipSize(html) },
  }
}

/** Remove everything from Lemma's articles that those of rivals do not have: contents, series, links, citation, JSON-LD. */
function cutArticle(main: string): string {
  const article = /<article\b[\s\S]*<\/article>/.exec(main)?.[0]
  if (article === undefined) throw new Error(`The page has no <article>: ${main.slice(0, 200)}`)
  return article.replace(/<(nav|footer|script)\b[\s\S]*?<\/\1>/g, '')
}

function cutMain(page: string): string {
  const main = /<main\b[^>]*>([\s\S]*?)<\/main>/.exec(page)?.[1]
  if (main === undefined) throw new Error(`The page has no <main>: ${page.slice(0, 200)}`)
  return main
}
