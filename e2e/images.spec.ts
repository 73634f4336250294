import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from './test'

const article = '/posts/matrix-2-svd'
const link = (page: Page) => page.getByRole('figure').first().getByRole('link').first()
const dialog = (page: Page) => page.getByRole('dialog', { name: '放大的图片' })
const widthOf = (page: Page) =>
  dialog(page)
    .getByRole('img')
    .evaluate((image) => image.clientWidth)

test('an image is enlarged where it stands, with its words and its caption; the focus comes back', async ({
  page,
}) => {
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
  // Nothing moves, for nobody.
  expect(await dialog(page).evaluate((box) => box.getAnimations({ subtree: true }).length)).toBe(0)
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await expect(link(page)).toBeFocused()

  // The button has the focus.
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
  test(`axe finds nothing to mend at an enlarged image, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto(article)
    await link(page).click()
    await expect(dialog(page)).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).include('dialog').analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  })

test('the code that enlarges is loaded with the first click', async ({ page }) => {
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

test('with a modifier, and where its code cannot be loaded, the image opens by itself', async ({ page }) => {
  await page.goto(article)
  const opened = page.context().waitForEvent('page')
  await link(page).click({ modifiers: ['ControlOrMeta'] })
  await expect(await opened).toHaveURL(/\/media\/.*\.svg$/)
  await page.route('**/*.js', (route) => route.abort())
  await link(page).click()
  await expect(page).toHaveURL(/\/media\/.*\.svg$/)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('a click opens the image by itself', async ({ page }) => {
    await page.goto(article)
    await link(page).click()
    await expect(page).toHaveURL(/\/media\/.*\.svg$/)
  })
})

test.describe('on a phone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } })

  test('an enlarged image is as large as in a column, and scrolls in its dialog', async ({ page }) => {
    await page.goto(article)
    await link(page).tap()
    await expect(dialog(page)).toBeVisible()
    expect(await widthOf(page)).toBe(640)
    await dialog(page).evaluate((element) => element.scrollBy({ left: 999, behavior: 'instant' }))
    expect(await dialog(page).evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(200)
    await expect(dialog(page).getByRole('button', { name: '关闭' })).toBeInViewport({ ratio: 1 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  })
})
