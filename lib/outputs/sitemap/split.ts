import type { SitemapEntry } from './entries'

/** The protocol allows 50,000 URLs per sitemap, and 50 MB, of which 50,000 URLs need half. */
export const maxUrls = 50_000

/**
 * Split entries into sitemaps.
 *
 * @param limit URLs per sitemap, including those of images and of other languages
 */
export function splitEntries(entries: readonly SitemapEntry[], limit = maxUrls): SitemapEntry[][] {
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
