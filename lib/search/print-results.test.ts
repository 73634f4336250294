import { expect, test } from 'vitest'
import { createTestPost } from '../published/test-post'
import { testSite } from '../site/test-site'
import { describeResults, printResults } from './print-results'
import type { Results } from './search'

const results: Results = {
  request: { q: 'a', page: 1 },
  terms: [{ text: 'a' }],
  hits: [{ document: createTestPost({ date: '2009-12-31T16:00:00Z' }), excerpts: [], more: 2 }],
  count: 11,
  pages: 2,
  similar: [],
}

test('dates of results are in the time zone of the site', () => {
  expect(printResults(results, testSite)).toContain('<time datetime="2010-01-01">2010 年 1 月 1 日</time>')
  expect(printResults(results, { language: 'en', timeZone: 'UTC', words: {} })).toContain(
    '<time datetime="2009-12-31">31 December 2009</time>',
  )
})

test('a result in another language than the page is marked, and its category is that of its language', () => {
  const languages = [{ language: 'zh-CN' as const }, { language: 'en' as const }]
  const document = createTestPost({ lang: 'zh-CN', category: 'x' })
  const found = { ...results, hits: [{ document, excerpts: [], more: 0 }] }
  const html = printResults(found, { ...testSite, language: 'en', languages })
  expect(html).toContain('<span lang="zh-CN">简体中文</span>')
  expect(html).toContain('href="/categories/x"')
  expect(html).toContain('href="/en/search?q=a&amp;page=2"')
  expect(printResults(found, { ...testSite, languages })).not.toContain('简体中文')
})

test('results contain the words of the site, escaped', () => {
  const words = { searchCount: '{count} < 12', searchMore: '<b>{count}</b>', pages: '"Pages"' }
  const site = { ...testSite, words }
  expect(describeResults(results, site)).toMatch(/^11 < 12 /)
  const html = printResults(results, site)
  expect(html).toContain('&lt;b&gt;2&lt;/b&gt;')
  expect(html).toContain('aria-label="&quot;Pages&quot;"')
})
