import 'server-only'
import { XMLBuilder } from 'fast-xml-parser'
import { site } from '../../site.config'
import { cacheContent } from '../content/cache'
import { getSitemapEntries } from '../content/queries'
import { tags } from '../content/tags'
import { hash } from '../store/store'

/** The sitemap (https://www.sitemaps.org/protocol.html), when it last changed, and a name of its content. */
export async function getSitemap(): Promise<{ text: string; version: string; lastModified?: string }> {
  'use cache'
  cacheContent(tags.lists)
  const entries = await getSitemapEntries()
  const text: string = new XMLBuilder({ ignoreAttributes: false, format: true }).build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    urlset: {
      '@_xmlns': 'http://www.sitemaps.org/schemas/sitemap/0.9',
      '@_xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
      url: entries.map(({ url, lastModified, languages }) => ({
        loc: site.url + url,
        ...(lastModified && { lastmod: lastModified }),
        ...(languages && {
          'xhtml:link': Object.entries(languages).map(([lang, path]) => ({
            '@_rel': 'alternate',
            '@_hreflang': lang,
            '@_href': site.url + path,
          })),
        }),
      })),
    },
  })
  const newest = entries
    .flatMap(({ lastModified }) => lastModified ?? [])
    .sort()
    .at(-1)
  return { text, version: hash(text), ...(newest && { lastModified: newest }) }
}
