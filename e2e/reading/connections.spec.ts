import { expect, test } from '@playwright/test'

test('an article ends with links to citing and related articles, each marked with its language', async ({
  page,
}) => {
  await page.goto('/posts/basel-problem')
  const citedBy = page.getByRole('navigation', { name: '被引用于' })
  await expect(citedBy.locator('a[href="/posts/zeta-at-even-integers"]')).toBeVisible()
  const related = page.getByRole('navigation', { name: '相关文章' })
  await expect(related.getByRole('link')).toHaveCount(4)
  await expect(related.locator('a[href="/posts/basel-problem"]')).toHaveCount(0)

  await page.goto('/posts/coin-weighing-en')
  const english = page.getByRole('navigation', { name: '相关文章' }).locator('a[href="/posts/why-entropy"]')
  await expect(english).toHaveAttribute('lang', 'en')
})

test('an article and its translation link to each other in the page and its head', async ({ page }) => {
  const addresses = [
    ['zh-CN', '/posts/coin-weighing'],
    ['en', '/posts/coin-weighing-en'],
    ['x-default', '/posts/coin-weighing'],
  ] as const
  const expectAlternates = async () => {
    for (const [language, path] of addresses)
      await expect(page.locator(`head link[rel="alternate"][hreflang="${language}"]`)).toHaveAttribute(
        'href',
        new RegExp(`${path}$`),
      )
  }
  await page.goto('/posts/coin-weighing')
  await expectAlternates()
  const link = page.getByRole('link', { name: 'Twelve coins, three weighings' }).first()
  await expect(link).toHaveAttribute('hreflang', 'en')
  await link.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Twelve coins, three weighings')
  await expectAlternates()
  await page.getByRole('link', { name: '十二枚硬币与三次天平' }).first().click()
  await expect(page).toHaveURL(/coin-weighing$/)
})

test('the sitemap lists the languages of an article', async ({ request }) => {
  const sitemap = await (await request.get('/sitemaps/1.xml')).text()
  const entry = sitemap.split('<url>').find((part) => part.includes('/posts/coin-weighing-en</loc>')) ?? ''
  const languages = [...entry.matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)].map(([, ...pair]) => pair)
  expect(languages).toEqual([
    ['en', expect.stringMatching(/coin-weighing-en$/)],
    ['zh-CN', expect.stringMatching(/coin-weighing$/)],
    ['x-default', expect.stringMatching(/coin-weighing$/)],
  ])
})

test('title, contents, body, phrases, teasers and lists are marked with their language', async ({ page }) => {
  await page.goto('/posts/coin-weighing-en')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  /** The language of the element that contains a text. */
  const languageOf = (text: string) =>
    page
      .getByText(text, { exact: true })
      .first()
      .evaluate((element) => element.closest('[lang]')?.getAttribute('lang'))
  expect(await languageOf('Twelve coins, three weighings')).toBe('en')
  expect(await languageOf('Counting first')).toBe('en')
  expect(await languageOf('fix all three weighings beforehand')).toBe('en')
  expect(await languageOf('不多不少')).toBe('zh-CN')
  expect(await languageOf('如何引用')).toBe('zh-CN')
  for (const path of ['/archive', '/tags/组合']) {
    await page.goto(path)
    expect(await languageOf('Twelve coins, three weighings'), path).toBe('en')
  }
})
