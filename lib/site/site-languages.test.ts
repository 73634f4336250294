import { expect, test } from 'vitest'
import { completeSite } from './config'
import {
  languageQuery,
  languagesOf,
  listHref,
  listUrl,
  readListPath,
  siteIn,
  siteLanguageOf,
} from './site-languages'
import { testSite } from './test-site'

const { tagAuthority: _, theme: __, languages: ___, ...settings } = testSite
const bilingual = completeSite({
  ...settings,
  words: { readMore: '继续' },
  languages: ['zh-CN', { language: 'en', name: 'Lemma', navigation: [{ label: 'All', href: '/archive' }] }],
})
const english = siteIn(bilingual, 'en')

test('a site with one language lists every article, whatever its language, at the paths of its routes', () => {
  expect(languagesOf(testSite)).toEqual(['zh-CN'])
  expect(siteLanguageOf(testSite, 'en')).toBe('zh-CN')
  expect(listUrl(testSite, '/archive')).toBe('/archive')
  expect(listHref(testSite, '/archive')).toBe('/archive')
  expect(languageQuery(testSite)).toBe('')
  expect(readListPath(testSite, '/en/archive')).toBeUndefined()
})

test('an article in a language that the site does not have is listed in the first', () => {
  expect(siteLanguageOf(bilingual, 'en')).toBe('en')
  expect(siteLanguageOf(bilingual, 'ja')).toBe('zh-CN')
  expect(siteLanguageOf(english, 'ja')).toBe('zh-CN')
})

test('a language has its own settings, those of the first for what it does not set, and our words', () => {
  expect(english).toMatchObject({
    language: 'en',
    name: 'Lemma',
    tagline: bilingual.tagline,
    navigation: [{ label: 'All', href: '/archive' }],
    words: {},
  })
  expect(siteIn(bilingual, 'zh-CN')).toBe(bilingual)
})

test('settings of the first language in the list are those of the site', () => {
  const site = completeSite({ ...settings, languages: [{ language: 'zh-CN', name: '甲' }, 'en'] })
  expect(site).toMatchObject({ language: 'zh-CN', name: '甲' })
})

test.each([
  ['/', '/en'],
  ['/archive', '/en/archive'],
  ['/archive#year-2020', '/en/archive#year-2020'],
  ['/search?q=x', '/en/search?q=x'],
  ['/tags/%E7%94%B2', '/en/tags/%E7%94%B2'],
  ['/tags/x/feed.xml', '/en/tags/x/feed.xml'],
  // Not lists of a language.
  ['/en/archive', '/en/archive'],
  ['/about', '/about'],
  ['/posts/x', '/posts/x'],
  ['/series/x', '/series/x'],
  ['https://example.org/archive', 'https://example.org/archive'],
])('a link to %s in the menu of another language leads to %s', (href, expected) => {
  expect(listHref(english, href)).toBe(expected)
  expect(listHref(bilingual, href)).toBe(href)
})

test('reads the language and the list of a path', () => {
  expect(readListPath(bilingual, '/en')).toEqual({ language: 'en', path: '/' })
  expect(readListPath(bilingual, '/en/tags/x')).toEqual({ language: 'en', path: '/tags/x' })
  for (const path of ['/', '/archive', '/zh-CN/archive', '/ja', '/english'])
    expect(readListPath(bilingual, path), path).toBeUndefined()
})
