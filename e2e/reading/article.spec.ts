import { expect, test } from '@playwright/test'
import { waitForHydration } from '../support/settle'

test('an article shows title, date, author, category, tags, reading time, contents and its mathematics', async ({
  page,
}) => {
  const response = await page.goto('/posts/wallis-and-stirling')
  expect(response?.status()).toBe(200)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('从沃利斯乘积到斯特林公式')
  await expect(page.getByText('沈砚', { exact: false }).first()).toBeVisible()
  await expect(page.getByText('2014 年 3 月 14 日')).toBeVisible()
  await expect(page.getByText(/约 \d+ 分钟/)).toBeVisible()
  await expect(page.getByRole('link', { name: '数学研究' })).toBeVisible()
  expect(await page.locator('.prose .katex').count()).toBeGreaterThan(80)
  // Numbers from \tag are at the right edge of the column.
  expect(await page.locator('.prose .katex-tag').count()).toBeGreaterThan(20)
  const contents = page.getByRole('navigation', { name: '目录' })
  const first = contents.getByRole('link').first()
  await first.click()
  await expect(page.getByRole('heading', { level: 2, name: await first.innerText() })).toBeInViewport()
})

test('formulas contain MathML for assistive technology, which skips their visual part', async ({ page }) => {
  await page.goto('/posts/basel-problem')
  const formula = page.locator('.prose .katex').first()
  await expect(formula.locator('math annotation')).toHaveCount(1)
  await expect(formula.locator('.katex-html')).toHaveAttribute('aria-hidden', 'true')
})

test('a part of a series shows its position', async ({ page }) => {
  await page.goto('/posts/fourier-2-convergence')
  const box = page.getByRole('navigation', { name: '系列' })
  await expect(box).toContainText('第 2 篇 / 共 3 篇')
  await box.locator('summary').press('Enter')
  await expect(box.getByRole('listitem')).toHaveCount(3)
  await box.getByRole('link', { name: /系列下一篇/ }).click()
  await expect(page).toHaveURL(/fourier-3-uncertainty/)
  await expect(page.getByText('第 3 篇 / 共 3 篇')).toBeVisible()
})

test('figures have captions and sizes, so that they load without layout shift', async ({ page, request }) => {
  await page.goto('/posts/fourier-2-convergence')
  const figure = page.getByRole('figure').first()
  const image = figure.getByRole('img')
  await image.scrollIntoViewIfNeeded()
  await expect(figure.locator('figcaption .katex').first()).toBeVisible()
  for (const name of ['width', 'height', 'loading', 'alt']) await expect(image).toHaveAttribute(name, /.+/)
  await expect
    .poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth))
    .toBeGreaterThan(0)
  const src = (await image.getAttribute('src')) ?? ''
  const response = await request.get(src)
  expect(response.headers()['content-type']).toBe('image/svg+xml')
  expect(response.headers()['cache-control']).toContain('immutable')
})

test('code is highlighted, in both colour schemes', async ({ page }) => {
  const colour = async (colorScheme: 'light' | 'dark') => {
    await page.emulateMedia({ colorScheme })
    await page.goto('/posts/matrix-2-svd')
    const tokens = page.locator('.prose pre span[style]')
    expect(await tokens.count()).toBeGreaterThan(10)
    return tokens.first().evaluate((token) => getComputedStyle(token).color)
  }
  expect(await colour('light')).not.toBe(await colour('dark'))
})

test('footnotes link to the note and back', async ({ page }) => {
  await page.goto('/posts/fourier-3-uncertainty')
  await page.locator('.prose sup a').first().click()
  await expect(page).toHaveURL(/#fn-1$/)
  await expect(page.getByRole('heading', { name: '脚注' })).toBeVisible()
  await page
    .getByRole('link', { name: /回到正文/ })
    .first()
    .click()
  await expect(page).toHaveURL(/#fnref-1$/)
})

test('“How to cite” is collapsed below previous and next, and contains text and BibTeX', async ({ page }) => {
  await page.goto('/posts/basel-problem')
  const cite = page.getByRole('region', { name: '如何引用' })
  await expect(cite.getByText('@online{basel-problem,')).toBeHidden()
  const adjacent = page.getByRole('navigation', { name: '上一篇 / 下一篇' })
  expect((await adjacent.boundingBox())?.y).toBeLessThan((await cite.boundingBox())?.y ?? 0)
  await cite.getByText('如何引用').click()
  await expect(cite).toContainText('巴塞尔问题')
  await expect(cite.getByText('@online{basel-problem,')).toBeVisible()
})

test('a repost names its original, which is its canonical URL', async ({ page }) => {
  await page.goto('/posts/why-i-still-derive')
  await expect(page.getByText('本文转载自')).toBeVisible()
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
    'href',
    'https://example.org/derive-by-hand',
  )
})

test('an English article is marked as English', async ({ page }) => {
  await page.goto('/posts/why-entropy')
  await expect(page.locator('.prose')).toHaveAttribute('lang', 'en')
})

test('previous and next link to the adjacent posts of the archive', async ({ page }) => {
  await page.goto('/posts/basel-problem')
  const nav = page.getByRole('navigation', { name: '上一篇 / 下一篇' })
  const next = nav.getByRole('link').last()
  const title = await next.innerText()
  await next.click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await page.getByRole('navigation', { name: '上一篇 / 下一篇' }).getByRole('link').first().click()
  await expect(page).toHaveURL(/basel-problem/)
})

test('an interactive component reacts to input after hydration', async ({ page }) => {
  await page.goto('/posts/logistic-map')
  const slider = page.getByRole('slider')
  await expect(slider).toHaveValue('3.2')
  await waitForHydration(page)
  await slider.fill('3.9')
  await expect(page.locator('.prose label')).toHaveText('r = 3.90')
})

test('a page contains the text of its article once', async ({ request }) => {
  const html = await (await request.get('/posts/wallis-and-stirling')).text()
  expect(html.split('三月十四日十五点零九分').length - 1).toBe(1)
})
