import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { site } from '../../site.config'
import type { SitemapEntry } from '../content/queries'
import { printSitemap, printSitemapIndex } from './print'
import { splitEntries } from './split'

const entry = (url: string, more: Partial<SitemapEntry> = {}): SitemapEntry => ({
  url,
  lastModified: undefined,
  languages: {},
  images: [],
  ...more,
})
const read = (xml: string) => {
  expect(XMLValidator.validate(xml)).toBe(true)
  return new XMLParser({ ignoreAttributes: false }).parse(xml)
}

test('entries are split where a sitemap is full, images and languages counted, and none is lost', () => {
  const entries = [
    entry('/a'),
    entry('/b', { images: ['/1.svg', '/2.svg'] }),
    entry('/c', { languages: { en: '/c-en' } }),
    entry('/d'),
    entry('/large', { images: ['/1.svg', '/2.svg', '/3.svg', '/4.svg', '/5.svg'] }),
    entry('/e'),
  ]
  const urls = splitEntries(entries, 4).map((part) => part.map(({ url }) => url))
  expect(urls).toEqual([['/a', '/b'], ['/c', '/d'], ['/large'], ['/e']])
  expect(splitEntries(entries)).toEqual([entries])
  expect(splitEntries([])).toEqual([[]])
})

test('a sitemap carries dates, languages and images, escaped', () => {
  const { urlset } = read(
    printSitemap([
      entry('/posts/x', {
        lastModified: '2026-11-01T00:00:00.000Z',
        languages: { en: '/posts/x-en', 'x-default': '/posts/x' },
        images: ['/media/0/a&b.svg'],
      }),
      entry('/about'),
    ]),
  )
  expect(urlset.url).toEqual([
    {
      loc: `${site.url}/posts/x`,
      lastmod: '2026-11-01T00:00:00.000Z',
      'xhtml:link': [
        { '@_rel': 'alternate', '@_hreflang': 'en', '@_href': `${site.url}/posts/x-en` },
        { '@_rel': 'alternate', '@_hreflang': 'x-default', '@_href': `${site.url}/posts/x` },
      ],
      'image:image': { 'image:loc': `${site.url}/media/0/a&b.svg` },
    },
    { loc: `${site.url}/about` },
  ])
})

test('the index names every sitemap, with its newest change', () => {
  const parts = [[entry('/a', { lastModified: '2020-01-01T00:00:00Z' }), entry('/b')], [entry('/c')]]
  expect(read(printSitemapIndex(parts)).sitemapindex.sitemap).toEqual([
    { loc: `${site.url}/sitemaps/1.xml`, lastmod: '2020-01-01T00:00:00Z' },
    { loc: `${site.url}/sitemaps/2.xml` },
  ])
})
