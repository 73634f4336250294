import 'server-only'
import { tags } from '../../published/cache-tags'
import { cacheContent } from '../../queries/cache-content'
import { getSite } from '../../queries/site'
import { hash } from '../../store/store'
import { getSitemapEntries } from './entries'
import { printSitemap, printSitemapIndex } from './print'
import { splitEntries } from './split'

interface Sitemap {
  text: string
  /** Hash of the text. */
  version: string
}

/** The index of the site's sitemaps. */
export async function getSitemapIndex(): Promise<Sitemap> {
  'use cache'
  cacheContent(tags.lists)
  const text = printSitemapIndex(splitEntries(await getSitemapEntries()), await getSite())
  return { text, version: hash(text) }
}

/** A sitemap by its number, from 1; undefined past the last. */
export async function getSitemap(number: number): Promise<Sitemap | undefined> {
  'use cache'
  cacheContent(tags.lists)
  const entries = splitEntries(await getSitemapEntries())[number - 1]
  if (!entries) return undefined
  const text = printSitemap(entries, await getSite())
  return { text, version: hash(text) }
}
