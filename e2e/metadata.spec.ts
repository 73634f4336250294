import { site } from '../site.config'
import { expect, type Page, test } from './test'

// What search engines, scholars' tools and machines read in a page: none of it needs scripts.
test.use({ javaScriptEnabled: false })

/** Everything that a page's JSON-LD describes, by its type. */
async function readJsonLd(page: Page): Promise<Record<string, Record<string, unknown>>> {
  const text = await page.locator('script[type="application/ld+json"]').textContent()
  const { '@graph': described } = JSON.parse(text ?? '')
  return Object.fromEntries(described.map((one: { '@type': string }) => [one['@type'], one]))
}

const readTags = (page: Page, name: string) =>
  page
    .locator(`head meta[name="${name}"]`)
    .evaluateAll((all) => all.map((tag) => tag.getAttribute('content')))

test('an article is described alike for search engines, Google Scholar, Zotero and Dublin Core', async ({
  page,
}) => {
  const path = '/posts/gamma-function'
  await page.goto(path)
  const { BlogPosting, BreadcrumbList } = await readJsonLd(page)
  const title = '伽马函数：把阶乘连成一条线'
  expect(BlogPosting).toMatchObject({ headline: title, url: site.url + path, license: site.licence.url })
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

test('what an article is described by stands in its page once', async ({ request }) => {
  const html = await (await request.get('/posts/gamma-function')).text()
  // In React's payload quotes are escaped.
  expect(html.match(/BreadcrumbList/g)).toHaveLength(1)
})

test('a repost leads to its original, and names nobody of ours', async ({ page }) => {
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

test('an article shows its licence, to readers and to machines', async ({ page }) => {
  for (const [path, { name, url }] of [
    ['/posts/gamma-function', site.licence],
    [
      '/posts/monte-carlo-pi',
      { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/deed.zh-hans' },
    ],
  ] as const) {
    await page.goto(path)
    await expect(page.locator('a[rel~=license]')).toHaveText(name)
    await expect(page.locator('a[rel~=license]')).toHaveAttribute('href', url)
    expect(await readTags(page, 'DC.rights'), path).toEqual([url])
    expect((await readJsonLd(page)).BlogPosting?.license, path).toBe(url)
  }
})

test('the front page says how the site is searched', async ({ page }) => {
  await page.goto('/')
  const { WebSite } = await readJsonLd(page)
  const action = WebSite?.potentialAction as { target: { urlTemplate: string } } | undefined
  const template = action?.target.urlTemplate ?? ''
  expect(template.startsWith(site.url)).toBe(true)
  const address = template.slice(site.url.length).replace('{query}', encodeURIComponent('伽马'))
  await page.goto(address)
  await expect(page.getByRole('link', { name: '伽马函数：把阶乘连成一条线' }).first()).toBeVisible()
})

test('an article names its author by the page of what they wrote', async ({ page }) => {
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

test('a series lists its parts, and its articles name it', async ({ page }) => {
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

test.describe('with scripts', () => {
  test.use({ javaScriptEnabled: true })

  test('from page to page the tags are those of the page that is shown', async ({ page }) => {
    await page.goto('/')
    const titles = page.locator('article h2 a:visible')
    for (const index of [0, 1]) {
      const title = await titles.nth(index).innerText()
      await titles.nth(index).click()
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
      for (const name of ['citation_title', 'DC.title'])
        expect(await readTags(page, name), name).toEqual([title])
      await expect(page.locator('head meta[property="og:title"]')).toHaveCount(1)
      await page.goBack()
      await expect(titles.first()).toBeVisible()
      expect(await readTags(page, 'citation_title')).toEqual([])
      await expect(page.locator('head meta[property="og:title"]')).toHaveAttribute('content', site.name)
    }
  })
})
