import { expect, type Locator, type Page, test } from '@playwright/test'
import { expectNoViolations } from '../support/axe'
import { findOverflow } from '../support/overflow'
import { pageTypes } from '../support/page-types'

// `page-types.spec.ts` checks one page of each type. These tests only read pages, so that both workers run them.
test.describe.configure({ mode: 'parallel' })

test.describe('axe finds no violations in either theme', () => {
  test.use({ colorScheme: 'light', contextOptions: { reducedMotion: 'reduce' } })

  test('an article on a phone, with elements that scroll', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(pageTypes['an article with figures, tables and numbers'])
    await expectNoViolations(page)
  })

  test('overlays: a preview, search, help', async ({ page }) => {
    await page.goto(pageTypes['an article with theorems and citations'])
    await page.locator('a.reference[href="#eq-gamma"]').first().hover()
    await expect(page.locator('#preview')).toBeVisible()
    await expectNoViolations(page)
    await page.keyboard.press('Control+k')
    const search = page.getByRole('dialog', { name: '搜索文章与公式' })
    await search.getByRole('searchbox').fill('变分')
    await expect(search.getByRole('status')).toHaveText(/找到/)
    await expectNoViolations(page)
    await page.keyboard.press('Escape')
    await expect(search).toBeHidden()
    await page.getByRole('button', { name: '键盘' }).click()
    await expect(page.getByRole('dialog', { name: '键盘' })).toBeVisible()
    await expectNoViolations(page)
  })
})

test('no page scrolls horizontally if the reader doubles the font size in the browser', async ({
  playwright,
  launchOptions,
  baseURL,
}) => {
  const args = [...(launchOptions.args ?? []), '--blink-settings=defaultFontSize=32']
  const browser = await playwright.chromium.launch({ ...launchOptions, args })
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    ...(baseURL && { baseURL }),
  })
  for (const address of Object.values(pageTypes)) {
    await page.goto(address)
    const size = await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize))
    expect.soft(size, 'text has the size that the reader set').toBeGreaterThanOrEqual(32)
    expect.soft(await findOverflow(page), address).toEqual([])
  }
  await browser.close()
})

for (const forcedColors of ['none', 'active'] as const)
  test(`the keyboard reaches article, contents, footnote, series and search, with visible focus, forced colours ${forcedColors}`, async ({
    page,
  }) => {
    test.setTimeout(120_000)
    await page.emulateMedia({ forcedColors, reducedMotion: 'reduce' })
    await page.goto('/')
    const main = page.getByRole('main')

    await tabTo(page, page.getByRole('link', { name: '跳到正文' }))
    await page.keyboard.press('Enter')
    await tabTo(page, main.getByRole('heading', { level: 2 }).getByRole('link').first())
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/posts\//)

    await page.goto(pageTypes['an article with footnotes and contents'])
    const section = page.getByRole('navigation', { name: '目录' }).getByRole('link').nth(1)
    await tabTo(page, section)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/#/)

    const call = page.locator('.prose sup a').first()
    await tabTo(page, call)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/#fn-1$/)
    await tabTo(page, page.getByRole('link', { name: '回到正文' }).first())
    await page.keyboard.press('Enter')
    await expect(call).toBeInViewport()

    const series = page.getByRole('navigation', { name: '系列' })
    await tabTo(page, series.locator('summary'), 'Shift+Tab')
    await page.keyboard.press('Enter')
    await tabTo(page, series.getByRole('link').first())
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/series\//)

    await tabTo(page, page.getByRole('banner').getByRole('link', { name: '搜索' }), 'Shift+Tab')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/search/)
    await tabTo(page, main.getByRole('searchbox'))
    await page.keyboard.type('混沌')
    await page.keyboard.press('Enter')
    await expect(main.getByRole('status')).toHaveText(/找到/)
    await tabTo(page, main.getByRole('heading', { level: 2 }).getByRole('link').first())
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/posts\//)
    // The browser's key for this works only with a window.
    await page.goBack()
    await expect(main.getByRole('status')).toHaveText(/找到/)
  })

/** Press Tab until an element has the focus. Every focused element on the way must be visible and show its focus. */
async function tabTo(page: Page, goal: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let stop = 0; stop < 120; stop++) {
    await page.keyboard.press(key)
    const { name, outline, isSeen } = await page.evaluate(() => {
      const element = document.activeElement ?? document.body
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      const { x, y, width, height } = element.getBoundingClientRect()
      return {
        name: element.outerHTML.slice(0, 120),
        outline: outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth),
        isSeen: width > 0 && x + width > 0 && x < innerWidth && y + height > 0 && y < innerHeight,
      }
    })
    expect(isSeen, `is visible: ${name}`).toBe(true)
    expect(outline, `shows its focus: ${name}`).toBeGreaterThanOrEqual(2)
    if (await goal.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`Tab does not reach ${goal}.`)
}
