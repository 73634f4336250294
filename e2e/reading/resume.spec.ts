import { expect, type Locator, type Page, test } from '@playwright/test'
import { settle } from '../support/settle'

const article = '/posts/gamma-function'
const offer = (page: Page) => page.getByRole('complementary').filter({ hasText: '接着读' })

/** Scroll a section to the top and wait until it is stored. */
async function readTo(page: Page, section: number): Promise<string> {
  const heading = page.locator('.prose h2').nth(section)
  const id = (await heading.getAttribute('id')) ?? ''
  await heading.evaluate((element) => element.scrollIntoView({ behavior: 'instant' }))
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('places') ?? ''))
    .toContain(JSON.stringify(`#${encodeURIComponent(id)}`))
  return id
}

test('offers to resume a long article, and does not scroll before', async ({ page }) => {
  await page.goto(article)
  const id = await readTo(page, 2)
  await page.goto('/archive')
  await page.locator(`main li a[href="${article}"]`).click()
  await expect(offer(page)).toBeVisible()
  expect(await page.evaluate(() => window.scrollY)).toBe(0)
  await offer(page).getByRole('link').click()
  await expect(page.locator(`[id="${id}"]`)).toBeInViewport()
  await expect(offer(page)).toHaveCount(0)
})

test('the offer is in the margin, or at the lower edge on a phone', async ({ page }) => {
  await page.goto(article)
  await readTo(page, 2)
  await page.goto('/archive')
  await page.goto(article)
  const box = async (locator: Locator) => (await locator.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const column = await box(page.locator('article > .prose'))
  expect((await box(offer(page))).x).toBeGreaterThanOrEqual(column.x + column.width)
  await page.setViewportSize({ width: 390, height: 800 })
  const { x, y, width, height } = await box(offer(page))
  expect([x, width, y + height]).toEqual([0, 390, 800])
  expect(height).toBeLessThan(80)
})

test('offers nothing after back, reload or a link to a section', async ({ page }) => {
  await page.goto(article)
  const id = await readTo(page, 2)
  await settle(page, () => page.reload())
  await expect(offer(page)).toHaveCount(0)
  await page.goto('/archive')
  await settle(page, () => page.goBack())
  await expect(offer(page)).toHaveCount(0)
  await page.goto('/archive')
  await settle(page, () => page.goto(`${article}#${id}`))
  await expect(offer(page)).toHaveCount(0)
})

test('a dismissed offer does not appear again', async ({ page }) => {
  await page.goto(article)
  await readTo(page, 2)
  await page.goto('/archive')
  await page.goto(article)
  await offer(page).getByRole('button', { name: '关闭' }).click()
  await expect(offer(page)).toHaveCount(0)
  await page.goto('/archive')
  await settle(page, () => page.goto(article))
  await expect(offer(page)).toHaveCount(0)
})

test('a line shows the reading progress of an article', async ({ page }) => {
  await page.goto(article)
  const share = () =>
    page
      .locator('article > .prose')
      .evaluate((prose) => new DOMMatrix(getComputedStyle(prose, '::before').transform).a)
  expect(await share()).toBeLessThan(0.05)
  await page.evaluate(() => window.scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }))
  await expect.poll(share).toBe(1)
})
