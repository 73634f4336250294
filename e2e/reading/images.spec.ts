import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

const article = '/posts/matrix-2-svd'
const link = (page: Page) => page.getByRole('figure').first().getByRole('link').first()
/** The URL of an image that is opened as a document. */
const imageUrl = /\/media\/.*\.svg$/
const dialog = (page: Page) => page.getByRole('dialog', { name: '放大的图片' })
const widthOf = (page: Page) =>
  dialog(page)
    .getByRole('img')
    .evaluate((image) => image.clientWidth)

test('enlarges an image in a dialog with its caption, and returns the focus', async ({ page }) => {
  await page.goto(article)
  const image = page.getByRole('figure').first().getByRole('img')
  const alt = (await image.getAttribute('alt')) ?? ''
  const width = await image.evaluate((element) => element.clientWidth)
  await link(page).focus()
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByRole('img', { name: alt })).toBeVisible()
  await expect(dialog(page)).toContainText('图 1')
  await expect(dialog(page).locator('.katex').first()).toBeVisible()
  expect(await widthOf(page)).toBeGreaterThan(width * 1.2)
  await expect(dialog(page).getByRole('img')).toBeInViewport({ ratio: 1 })
  // The dialog has no animation, also without reduced motion.
  expect(await dialog(page).evaluate((box) => box.getAnimations({ subtree: true }).length)).toBe(0)
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await expect(link(page)).toBeFocused()

  // The button to close has the focus.
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByRole('button', { name: '关闭' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toHaveCount(0)

  await link(page).click()
  await dialog(page).getByRole('img').click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(page).toHaveURL(new RegExp(`${article}$`))
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds no violations in the dialog of an enlarged image, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto(article)
    await link(page).click()
    await expect(dialog(page)).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).include('dialog').analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  })

test('loads the code that enlarges images at the first click', async ({ page }) => {
  const scripts: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url())
  })
  await page.goto(article)
  const before = scripts.length
  await link(page).click()
  await expect(dialog(page)).toBeVisible()
  expect(scripts.length).toBeGreaterThan(before)
})

test('the image opens as a document with a modifier key, or if the code cannot be loaded', async ({
  page,
}) => {
  await page.goto(article)
  // Wait for the request only: Chromium's headless shell sometimes crashes when it renders an SVG document.
  const opened = page
    .context()
    .waitForEvent('request', (request) => request.isNavigationRequest() && imageUrl.test(request.url()))
  await link(page).click({ modifiers: ['ControlOrMeta'] })
  await opened
  await expect(dialog(page)).toBeHidden()
  await page.route('**/*.js', (route) => route.abort())
  await link(page).click()
  await expect(page).toHaveURL(imageUrl)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('a click opens the image as a document', async ({ page }) => {
    await page.goto(article)
    await link(page).click()
    await expect(page).toHaveURL(/\/media\/.*\.svg$/)
  })
})

test.describe('on a phone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } })

  test('an enlarged image fits first, and two fingers can enlarge the page', async ({ page }) => {
    await page.goto(article)
    await link(page).tap()
    await expect(dialog(page)).toBeVisible()
    expect(await widthOf(page)).toBeGreaterThan(300)
    await expect(dialog(page).getByRole('img')).toBeInViewport({ ratio: 1 })
    expect(await dialog(page).evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0)
    await expect(page.locator('meta[name=viewport]')).not.toHaveAttribute(
      'content',
      /user-scalable|maximum-scale/,
    )
    await expect(dialog(page).getByRole('img')).toHaveCSS('touch-action', 'auto')
    await expect(dialog(page).getByRole('button', { name: '关闭' })).toBeInViewport({ ratio: 1 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  })
})
