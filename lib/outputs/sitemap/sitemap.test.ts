import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { testSite as site } from '../../site/test-site'
import type { SitemapEntry } from './entries'
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

test('splits entries into sitemaps by the number of URLs, including images and languages, and loses none', () => {
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

test('a sitemap contains dates, languages and images, escaped', () => {
  const { urlset } = read(
    printSitemap(
      [
        entry('/posts/x', {
          lastModified: '2026-11-01T00:00:00.000Z',
          languages: { en: '/posts/x-en', 'x-default': '/posts/x' },
          images: ['/media/0/a&b.svg'],
        }),
        entry('/about'),
      ],
      site,
    ),
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

test('the index lists every sitemap with the date of its newest change', () => {
  const parts = [[entry('/a', { lastModified: '2020-01-01T00:00:00Z' }), entry('/b')], [entry('/c')]]
  expect(read(printSitemapIndex(parts, site)).sitemapindex.sitemap).toEqual([
    { loc: `${site.url}/sitemaps/1.xml`, lastmod: '2020-01-01T00:00:00Z' },
    { loc: `${site.url}/sitemaps/2.xml` },
  ])
})
