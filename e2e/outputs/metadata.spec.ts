import { expect, type Page, test } from '@playwright/test'
import { site } from '../support/site'

// Metadata for search engines and scholarly tools. None of it needs scripts.
test.use({ javaScriptEnabled: false })

/** The nodes of a page's JSON-LD by type. */
async function readJsonLd(page: Page): Promise<Record<string, Record<string, unknown>>> {
  const text = await page.locator('script[type="application/ld+json"]').textContent()
  const { '@graph': nodes } = JSON.parse(text ?? '')
  return Object.fromEntries(nodes.map((node: { '@type': string }) => [node['@type'], node]))
}

const readTags = (page: Page, name: string) =>
  page
    .locator(`head meta[name="${name}"]`)
    .evaluateAll((all) => all.map((tag) => tag.getAttribute('content')))

test('metadata for search engines, Google Scholar, Zotero and Dublin Core agree', async ({ page }) => {
  const path = '/posts/gamma-function'
  await page.goto(path)
  const { BlogPosting, BreadcrumbList } = await readJsonLd(page)
  const title = '伽马函数：把阶乘连成一条线'
  expect(BlogPosting).toMatchObject({ headline: title, url: site.url + path, license: site.licence?.url })
  expect(BlogPosting?.author).toMatchObject([{ '@type': 'Person', name: '沈砚' }])
  expect(BreadcrumbList?.itemListElement).toMatchObject([{ name: '数学研究' }, { name: title }])
  for (const name of ['citation_title', 'DC.title']) expect(await readTags(page, name), name).toEqual([title])
  for (const name of ['author', 'citation_author', 'DC.creator'])
    expect(await readTags(page, name), name).toEqual(['沈砚'])
  for (const name of ['citation_public_url', 'DC.identifier'])
    expect(await readTags(page, name), name).toEqual([site.url + path])
  expect(await readTags(page, 'citation_publication_date')).toEqual(['2018/05/06'])
  expect(await readTags(page, 'citation_keywords')).toEqual(['积分', '阶乘', '特殊函数'])
  const works = await page.locator('.works li').count()
  const references = await readTags(page, 'citation_reference')
  expect(references).toHaveLength(works)
  expect(references[0]).toContain('citation_title=Special Functions; citation_author=George E. Andrews')
})

test('an article has Open Graph metadata', async ({ page }) => {
  await page.goto('/posts/gamma-function')
  const content = (property: string) =>
    page.locator(`head meta[property="${property}"]`).getAttribute('content')
  expect(await content('og:type')).toBe('article')
  expect(await content('og:title')).toBe('伽马函数：把阶乘连成一条线')
  expect(await content('og:url')).toBe(`${site.url}/posts/gamma-function`)
  expect(await content('og:image')).toContain(`${site.url}/posts/gamma-function.png?v=`)
  expect(await content('article:published_time')).toBe('2018-05-06T12:15:00Z')
  expect(await readTags(page, 'twitter:card')).toEqual(['summary_large_image'])
})

test('the metadata of a repost name its original and none of our authors', async ({ page }) => {
  await page.goto('/posts/why-i-still-derive')
  const original = 'https://example.org/derive-by-hand'
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', original)
  for (const name of ['author', 'citation_author', 'DC.creator'])
    expect(await readTags(page, name), name).toEqual(['顾长风'])
  expect(await readTags(page, 'citation_public_url')).toEqual([original])
  expect(Object.keys(await readJsonLd(page))).toEqual(['BreadcrumbList'])
  await expect(page.locator('[rel=license]')).toHaveCount(0)
  const article = page.getByRole('article')
  await expect(article.locator('header')).toContainText('顾长风')
  await expect(article).not.toContainText('沈砚')
})

test('an article names its licence in the page and in its metadata', async ({ page }) => {
  for (const [path, licence] of [
    ['/posts/gamma-function', site.licence],
    [
      '/posts/monte-carlo-pi',
      { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/deed.zh-hans' },
    ],
  ] as const) {
    const { name = '', url = '' } = licence ?? {}
    await page.goto(path)
    await expect(page.locator('a[rel~=license]')).toHaveText(name)
    await expect(page.locator('a[rel~=license]')).toHaveAttribute('href', url)
    expect(await readTags(page, 'DC.rights'), path).toEqual([url])
    expect((await readJsonLd(page)).BlogPosting?.license, path).toBe(url)
  }
})

test('the front page describes the URL of search', async ({ page }) => {
  await page.goto('/')
  const { WebSite } = await readJsonLd(page)
  const action = WebSite?.potentialAction as { target: { urlTemplate: string } } | undefined
  const template = action?.target.urlTemplate ?? ''
  expect(template.startsWith(site.url)).toBe(true)
  const address = template.slice(site.url.length).replace('{query}', encodeURIComponent('伽马'))
  await page.goto(address)
  await expect(page.getByRole('link', { name: '伽马函数：把阶乘连成一条线' }).first()).toBeVisible()
})

test('the metadata of an article link to the page of its author', async ({ page }) => {
  await page.goto('/posts/gamma-function')
  const { BlogPosting } = await readJsonLd(page)
  const authors = BlogPosting?.author as { url: string }[]
  const url = authors[0]?.url ?? ''
  await page.goto(url.slice(site.url.length))
  expect((await readJsonLd(page)).Person).toEqual({
    '@type': 'Person',
    name: '沈砚',
    url,
    description: expect.any(String),
    sameAs: `${site.url}/about`,
  })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('沈砚')
})

test('the metadata of a series list its parts, and those of the parts name the series', async ({ page }) => {
  await page.goto('/series/calculus-of-variations')
  const { CreativeWorkSeries } = await readJsonLd(page)
  const parts = CreativeWorkSeries?.hasPart as { url: string; position: number }[]
  expect(parts.length).toBeGreaterThan(2)
  await page.goto(parts[1]?.url.slice(site.url.length) ?? '')
  const { BlogPosting } = await readJsonLd(page)
  expect(BlogPosting).toMatchObject({
    position: parts[1]?.position,
    isPartOf: { '@type': 'CreativeWorkSeries', url: `${site.url}/series/calculus-of-variations` },
  })
})
