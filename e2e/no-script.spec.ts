import { expect, test } from '@playwright/test'

test.use({ javaScriptEnabled: false })

test('without script the index can be read and followed', async ({ page }) => {
  await page.goto('/')
  await expect(page.locator('.katex').first()).toBeVisible()
  await page
    .getByRole('link', { name: /点击阅读全文/ })
    .first()
    .click()
  await expect(page).toHaveURL(/\/posts\//)
  await expect(page.locator('.prose p').first()).toBeVisible()
})

test('without script an article is whole: formulas, contents, series, footnotes, figures', async ({
  page,
}) => {
  await page.goto('/posts/fourier-3-uncertainty')
  expect(await page.locator('.prose .katex').count()).toBeGreaterThan(50)
  await expect(page.getByRole('navigation', { name: '目录' }).getByRole('link').first()).toBeVisible()
  await expect(page.getByRole('navigation', { name: '系列' })).toContainText('第 3 篇')
  await expect(page.getByRole('heading', { name: '脚注' })).toBeVisible()
  await page.goto('/posts/logistic-map')
  await expect(page.getByRole('img', { name: 'r = 3.20' })).toBeVisible()
})

test('without script the archive, tags and series can be walked', async ({ page }) => {
  for (const path of ['/archive', '/tags', '/series']) {
    await page.goto(path)
    await page.getByRole('main').getByRole('link').first().click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
})
