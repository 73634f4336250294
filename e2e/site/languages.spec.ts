import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { parseAtomFeed, parseRssFeed } from 'feedsmith'
import { createWorkspace, type Served, type Workspace } from '../support/workspace'

// A site in Chinese and English, on the build of the sample (docs/languages.md).
test.describe.configure({ mode: 'serial' })

let workspace: Workspace
let server: Served

test.beforeAll(async () => {
  test.setTimeout(240_000)
  workspace = createWorkspace({ site: 'bilingual', isBuilt: true })
  server = await workspace.serve('start')
})
test.afterAll(async () => {
  await server?.stop()
  workspace?.remove()
})

async function get(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(server.url + path, { headers, redirect: 'manual' })
  return { status: response.status, text: await response.text(), headers: response.headers }
}

/** The articles that a page links to. */
async function articlesOf(path: string): Promise<string[]> {
  const { text } = await get(path)
  const [, main = ''] = /<main[^>]*>(.*)<\/main>/s.exec(text) ?? []
  return [...new Set(Array.from(main.matchAll(/href="\/posts\/([^"#]+)"/g), ([, slug = '']) => slug))].sort()
}

/** Read the `hreflang` links of a page: paths by language. */
async function languagesOf(path: string): Promise<Record<string, string>> {
  const { text } = await get(path)
  const links = text.matchAll(/<link rel="alternate" hrefLang="([^"]+)" href="([^"]+)"/g)
  return Object.fromEntries(Array.from(links, ([, lang, url = '']) => [lang, new URL(url).pathname]))
}

/** Replace text of the configuration, whose changes are live. */
function configure(from: string, to: string): void {
  const file = join(workspace.root, 'site.config.ts')
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to))
}

const chinese = ['geometric-series', 'harmonic-series', 'primes']
const english = ['geometric-series-en', 'pigeonhole']

test('the lists and feeds of each language contain its articles only', async () => {
  for (const path of ['/', '/archive', '/subscribe']) expect(await articlesOf(path), path).toEqual(chinese)
  for (const path of ['/en', '/en/archive', '/en/subscribe', '/en/authors/lin'])
    expect(await articlesOf(path), path).toEqual(english)
  expect(await articlesOf('/tags/limits')).toEqual(['geometric-series'])
  expect(await articlesOf('/en/tags/limits')).toEqual(english)
  expect((await get('/en/series')).text).not.toContain('href="/series/sums"')
  expect((await get('/series')).text).toContain('href="/series/sums"')
  const rss = parseRssFeed((await get('/en/feed.xml')).text)
  expect(rss).toMatchObject({
    title: 'Bilingual Notes',
    link: 'https://bilingual.example/en',
    language: 'en',
  })
  expect(rss.items?.map(({ link }) => link?.split('/').at(-1)).sort()).toEqual(english)
  const atom = parseAtomFeed((await get('/en/tags/counting/atom.xml')).text)
  expect(atom.entries?.map(({ title }) => title?.value)).toEqual(['The pigeonhole principle'])
  expect(parseRssFeed((await get('/feed.xml')).text).items).toHaveLength(3)
  for (const list of ['', '/tags/limits', '/authors/lin'])
    expect(JSON.parse((await get(`/en${list}/feed.json`)).text).items, list).toHaveLength(2)
  const opened = await get('/en/tags/limits/feed.xml', { 'sec-fetch-dest': 'document' })
  expect(opened.headers.get('location')).toBe('/en/subscribe/tags/limits')
})

test('hreflang is reciprocal, in pages and in the sitemap', async () => {
  const groups = [
    ['/', '/en'],
    ['/archive', '/en/archive'],
    ['/tags', '/en/tags'],
    ['/series', '/en/series'],
    ['/tags/limits', '/en/tags/limits'],
    ['/authors/lin', '/en/authors/lin'],
    ['/posts/geometric-series', '/posts/geometric-series-en'],
    ['/about', '/about-en'],
  ] as const
  const { text: sitemap } = await get('/sitemaps/1.xml')
  for (const [first, other] of groups) {
    const expected = { 'zh-CN': first, en: other, 'x-default': first }
    for (const path of [first, other]) {
      expect(await languagesOf(path), path).toEqual(expected)
      const [, entry = ''] = sitemap.split(`<loc>https://bilingual.example${path}</loc>`)
      const links = entry.split('</url>', 1)[0]?.matchAll(/hreflang="([^"]+)" href="([^"]+)"/g) ?? []
      const found = Array.from(links, ([, lang, url = '']) => [lang, new URL(url).pathname])
      expect(Object.fromEntries(found), path).toEqual(expected)
    }
  }
  for (const path of ['/tags/%E7%B4%A0%E6%95%B0', '/posts/pigeonhole', '/en/categories/Combinatorics'])
    expect(await languagesOf(path), path).toEqual({})
})

test('errors, articles and pages are in their language', async () => {
  const cases = [
    ['/en/nothing', 404, 'en', 'Page not found – Bilingual Notes'],
    ['/en/tags/nothing', 404, 'en', 'Page not found – Bilingual Notes'],
    ['/nothing', 404, 'zh-CN', '双语札记'],
    ['/ja/archive', 404, 'zh-CN', '双语札记'],
    ['/posts/pigeonhole', 200, 'en', 'The pigeonhole principle – Bilingual Notes'],
    ['/about-en', 200, 'en', 'About – Bilingual Notes'],
    ['/series/sums', 200, 'zh-CN', '级数 – 双语札记'],
  ] as const
  for (const [path, status, lang, title] of cases) {
    const page = await get(path)
    expect(page.status, path).toBe(status)
    expect(page.text, path).toContain(`<html lang="${lang}"`)
    expect(page.text, path).toMatch(new RegExp(`<title>[^<]*${title}`))
  }
})

test('the switch leads to the same page, and search stays in its language', async ({ page }) => {
  await page.goto(`${server.url}/en/tags/limits`)
  await page.getByRole('link', { name: '简体中文' }).click()
  await expect(page).toHaveURL(`${server.url}/tags/limits`)
  await page.goto(`${server.url}/posts/geometric-series`)
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveURL(`${server.url}/posts/geometric-series-en`)
  await page.goto(`${server.url}/posts/pigeonhole`)
  const menu = page.getByRole('navigation', { name: 'Main navigation' })
  await expect(menu.getByRole('link')).toHaveText(['Articles', 'All years', 'About', 'Search', '简体中文'])
  await expect(menu.getByRole('link', { name: '简体中文' })).toHaveAttribute('href', '/')
  await page.keyboard.press('Control+k')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('q^n')
  await expect(dialog.getByRole('status')).toHaveText('1 found')
  await dialog.getByRole('button', { name: 'Show all on the search page' }).click()
  await expect(page).toHaveURL(`${server.url}/en/search?q=q%5En`)
  await expect(page.locator('.found h2')).toHaveText(['The geometric series'])
})

test('untranslated articles and a removed language are live without a build', async () => {
  configure("author: 'lin',", "author: 'lin',\n  untranslated: 'show',")
  await expect(async () => {
    expect(await articlesOf('/en')).toEqual([...english, 'harmonic-series', 'primes'].sort())
    expect(await articlesOf('/')).toEqual([...chinese, 'pigeonhole'].sort())
  }).toPass({ intervals: [50], timeout: 10_000 })
  expect((await get('/en')).text).toContain('<li lang="zh-CN" class="font-ui">简体中文</li>')
  expect(parseRssFeed((await get('/en/feed.xml')).text).items).toHaveLength(2)
  configure("language: 'en',", "language: 'ja',")
  await expect(async () => {
    expect((await get('/en')).status).toBe(404)
    expect((await get('/ja')).status).toBe(200)
    expect(await articlesOf('/archive')).toEqual([...chinese, ...english].sort())
  }).toPass({ intervals: [50], timeout: 10_000 })
})
