import 'server-only'
import { cacheContent } from '../content/cache'
import { getSitemapEntries } from '../content/queries'
import { tags } from '../content/tags'
import { hash } from '../store/store'
import { printSitemap, printSitemapIndex } from './print'
import { splitEntries } from './split'

interface Sitemap {
  text: string
  /** A name of its content. */
  version: string
}

/** The index of the site's sitemaps. */
export async function getSitemapIndex(): Promise<Sitemap> {
  'use cache'
  cacheContent(tags.lists)
  const text = printSitemapIndex(splitEntries(await getSitemapEntries()))
  return { text, version: hash(text) }
}

/** One of the site's sitemaps, by its number from 1; undefined past the last. */
export async function getSitemap(number: number): Promise<Sitemap | undefined> {
  'use cache'
  cacheContent(tags.lists)
  const entries = splitEntries(await getSitemapEntries())[number - 1]
  if (!entries) return undefined
  const text = printSitemap(entries)
  return { text, version: hash(text) }
}
