import { XMLBuilder } from 'fast-xml-parser'
import { site } from '../../site.config'
import type { SitemapEntry } from '../content/queries'

/** Path of a sitemap, by its number from 1. */
export function sitemapUrl(number: number): string {
  return `/sitemaps/${number}.xml`
}

/** A sitemap (https://www.sitemaps.org/protocol.html), with images and languages as Google reads them. */
export function printSitemap(entries: readonly SitemapEntry[]): string {
  return print({
    urlset: {
      '@_xmlns': 'http://www.sitemaps.org/schemas/sitemap/0.9',
      '@_xmlns:image': 'http://www.google.com/schemas/sitemap-image/1.1',
      '@_xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
      url: entries.map(({ url, lastModified, languages, images }) => ({
        loc: site.url + url,
        ...(lastModified && { lastmod: lastModified }),
        'xhtml:link': Object.entries(languages).map(([lang, path]) => ({
          '@_rel': 'alternate',
          '@_hreflang': lang,
          '@_href': site.url + path,
        })),
        'image:image': images.map((path) => ({ 'image:loc': site.url + path })),
      })),
    },
  })
}

/** The index of all sitemaps, each with the date of its newest change. */
export function printSitemapIndex(parts: readonly (readonly SitemapEntry[])[]): string {
  return print({
    sitemapindex: {
      '@_xmlns': 'http://www.sitemaps.org/schemas/sitemap/0.9',
      sitemap: parts.map((entries, index) => {
        const newest = entries
          .flatMap(({ lastModified }) => lastModified ?? [])
          .sort()
          .at(-1)
        return { loc: site.url + sitemapUrl(index + 1), ...(newest && { lastmod: newest }) }
      }),
    },
  })
}

function print(root: object): string {
  return new XMLBuilder({ ignoreAttributes: false, format: true }).build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    ...root,
  })
}
