import { expect, test } from '@playwright/test'
import { pageTypes } from '../support/page-types'
import { readSitemap } from '../support/sitemap'

// Everything works without scripts except search as the reader types, previews and the theme switch. Tests of search and
// citations without scripts are in search.spec.ts and citation.spec.ts.
test.use({ javaScriptEnabled: false })

test('the document of every page contains its title and content', async ({ request }) => {
  test.setTimeout(2 * 60_000)
  for (const path of await readSitemap(request)) {
    const html = await (await request.get(path)).text()
    const [, main = ''] = /<main\b[^>]*>([\s\S]*)<\/main>/.exec(html) ?? []
    const textOf = (part: string) => part.replace(/<(script|style)\b[\s\S]*?<\/\1>|<[^>]*>/g, '').trim()
    expect.soft(textOf(/<h1\b[\s\S]*?<\/h1>/.exec(main)?.[0] ?? ''), `title of ${path}`).not.toBe('')
    expect.soft(textOf(main).length, path).toBeGreaterThan(20)
  }
})

test('every type of page shows its title and content without scripts', async ({ page }) => {
  test.setTimeout(2 * 60_000)
  for (const path of Object.values(pageTypes)) {
    await page.goto(path, { waitUntil: 'domcontentloaded' })
    const main = page.getByRole('main')
    await expect.soft(main.getByRole('heading', { level: 1 }), path).toBeVisible()
    expect.soft((await main.innerText()).length, path).toBeGreaterThan(20)
  }
})

test('the index links to articles, to older articles and back without scripts', async ({ page }) => {
  await page.goto('/')
  await expect(page.locator('.katex').first()).toBeVisible()
  const titles = page.getByRole('main').getByRole('heading', { level: 2 })
  const newest = await titles.first().innerText()
  await page.getByRole('link', { name: /较早的文章/ }).click()
  await expect(page).toHaveURL(/\/page\/2$/)
  await expect(titles.first()).not.toHaveText(newest)
  await page.getByRole('link', { name: /较新的文章/ }).click()
  await expect(titles.first()).toHaveText(newest)
  const more = page.getByRole('link', { name: /点击阅读全文/ }).first()
  await more.click()
  await expect(page).toHaveURL(/\/posts\//)
  await expect(page.locator('.prose p').first()).toBeVisible()
})

test('the archive, tags, series and an error page link to articles without scripts', async ({ page }) => {
  const main = page.getByRole('main')
  await page.goto('/archive')
  await main.getByRole('navigation', { name: '每年篇数' }).getByRole('link').last().click()
  await expect(page).toHaveURL(/#/)
  await main.getByRole('listitem').getByRole('link').last().click()
  await expect(page).toHaveURL(/\/posts\//)
  for (const path of ['/tags', '/series', '/no-such-page']) {
    await page.goto(path)
    await main.getByRole('link').first().click()
    await main.getByRole('link', { name: /./ }).last().click()
    await expect(page.locator('article h1'), path).toBeVisible()
  }
})

test('contents, series and footnotes of an article work without scripts', async ({ page }) => {
  await page.goto('/posts/fourier-3-uncertainty')
  expect(await page.locator('.prose .katex').count()).toBeGreaterThan(50)
  const section = page.getByRole('navigation', { name: '目录' }).getByRole('link').last()
  await section.click()
  await expect(page.getByRole('heading', { level: 2, name: await section.innerText() })).toBeInViewport()
  const call = page.locator('.prose sup a').first()
  await call.click()
  await expect(page.getByRole('link', { name: '回到正文' }).first()).toBeInViewport()
  await page.getByRole('link', { name: '回到正文' }).first().click()
  await expect(call).toBeInViewport()

  const series = page.getByRole('navigation', { name: '系列' })
  await series.locator('summary').click()
  await series.getByRole('listitem').getByRole('link').first().click()
  await expect(series).toContainText('第 1 篇')
  await series.locator('a[rel=next]').click()
  await expect(series).toContainText('第 2 篇')
})

test('figures, tables, code and components are visible without scripts', async ({ page }) => {
  await page.goto('/posts/logistic-map')
  const picture = page.getByRole('img', { name: 'r = 3.20' })
  await picture.scrollIntoViewIfNeeded()
  await expect(picture).toBeVisible()
  await expect(page.getByRole('table').first()).toBeVisible()
  for (const image of await page.locator('.prose img').all()) {
    await image.scrollIntoViewIfNeeded()
    await expect
      .poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(0)
  }
  await page.goto('/posts/fast-inverse-square')
  const code = page.locator('pre').first()
  await expect(code).toContainText('0x5f3759df')
  const colours = await code
    .locator('span')
    .evaluateAll((spans) => new Set(spans.map((span) => getComputedStyle(span).color)).size)
  expect(colours).toBeGreaterThan(2)
})

test('an article links to its translation, and every page to the feeds and a random article without scripts', async ({
  page,
}) => {
  await page.goto('/posts/coin-weighing')
  await page.locator('a[hreflang=en]').click()
  await expect(page).toHaveURL(/coin-weighing-en$/)
  const footer = page.getByRole('contentinfo')
  await footer.getByRole('link', { name: '随便读一篇' }).click()
  await expect(page).toHaveURL(/\/posts\//)
  await footer.getByRole('link', { name: '订阅' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('订阅')
  const address = await page.getByText(/\/feed\.xml$/).textContent()
  const feed = await page.request.get(new URL(address ?? '').pathname)
  expect(feed.headers()['content-type']).toContain('xml')
})

test('no control that needs scripts is visible without scripts', async ({ page }) => {
  await page.goto('/posts/fourier-3-uncertainty')
  await expect(page.locator('button:not([type=submit]):visible')).toHaveCount(0)
})
