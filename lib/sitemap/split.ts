import type { SitemapEntry } from '../content/queries'

/** What one sitemap may hold, by its protocol: 50,000 addresses (and 50 MB, of which so many take half). */
export const mostAddresses = 50_000

/**
 * Split entries into sitemaps.
 *
 * @param limit addresses in one, those of images and of other languages counted
 */
export function splitEntries(entries: readonly SitemapEntry[], limit = mostAddresses): SitemapEntry[][] {
  const parts: SitemapEntry[][] = [[]]
  let left = limit
  for (const entry of entries) {
    const size = 1 + entry.images.length + Object.keys(entry.languages).length
    if (size > left && left < limit) {
      parts.push([])
      left = limit
    }
    parts.at(-1)?.push(entry)
    left -= size
  }
  return parts
}
