import AxeBuilder from '@axe-core/playwright'
import { pageTypes } from './page-types'
import { expect, type Locator, type Page, test } from './test'

test.describe('axe finds nothing to mend in either theme', () => {
  test.use({ colorScheme: 'light', contextOptions: { reducedMotion: 'reduce' } })

  for (const [type, address] of Object.entries(pageTypes))
    test(type, async ({ page }) => {
      await page.goto(address)
      await expectNoViolations(page)
    })

  test('an article on a phone, where what is wide scrolls', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(pageTypes['an article with figures, tables and numbers'])
    await expectNoViolations(page)
  })

  test('what opens over a page: a preview, search, help', async ({ page }) => {
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

/** The rules of axe that judge colours. By all others both themes are one: their markup is. */
const ofColours = ['color-contrast', 'link-in-text-block']

async function expectNoViolations(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' })
  const light = await violations(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await violations(page, ofColours)
  expect({ light, dark }).toEqual({ light: [], dark: [] })
}

async function violations(page: Page, rules?: string[]): Promise<string[]> {
  // What KaTeX draws is hidden from assistive technology; its colours are those of the text, which unit tests measure.
  const axe = new AxeBuilder({ page }).exclude('.katex-html')
  const { violations, passes } = await (rules ? axe.withRules(rules) : axe).analyze()
  expect(passes.length).toBeGreaterThan(rules ? 0 : 10)
  const found: string[] = []
  for (const { id, nodes } of violations)
    for (const { html, target } of nodes) {
      // axe takes a formula for a picture without words. MathML has some: browsers name the column by them.
      const isFormula = await page.locator(String(target)).locator('math').count()
      if (id !== 'empty-table-header' || !isFormula) found.push(`${id}: ${html.slice(0, 160)}`)
    }
  return found
}

test.describe('nothing scrolls sideways', () => {
  // WCAG 1.4.12: what readers may set.
  const content = `
    *:not(.katex *) { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-bottom: 2em !important }`

  test('on a screen, at 200 %, on a tablet, on the narrowest phone, with the text spaced out', async ({
    page,
  }) => {
    test.setTimeout(240_000)
    for (const address of Object.values(pageTypes)) {
      await page.goto(address)
      for (const width of [1280, 768, 640, 320]) {
        await page.setViewportSize({ width, height: 640 })
        expect.soft(await overflow(page), `${address} at ${width} pixels`).toEqual([])
      }
      await page.addStyleTag({ content })
      expect.soft(await overflow(page), `${address}, spaced out`).toEqual([])
    }
  })

  test('with letters of twice the size, set in the browser', async ({
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
      expect.soft(size, 'letters are as large as the reader wants them').toBeGreaterThanOrEqual(32)
      expect.soft(await overflow(page), address).toEqual([])
    }
    await browser.close()
  })
})

/** What reaches over the window's right edge and makes the page scroll. */
function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.querySelectorAll('main *, header *, footer *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    )
    return wide.slice(0, 3).map((element) => `${scrollWidth}: ${element.outerHTML.slice(0, 120)}`)
  })
}

for (const forcedColors of ['none', 'active'] as const)
  test(`by keyboard alone from the index to an article, its contents, a footnote, its series, search and back, forced colours ${forcedColors}`, async ({
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
    // The browser's own key for it, which only windows have.
    await page.goBack()
    await expect(main.getByRole('status')).toHaveText(/找到/)
  })

/** Go on with Tab until a link or a field has the focus; every stop on the way has to show that it has it. */
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
    expect(isSeen, `in sight: ${name}`).toBe(true)
    expect(outline, `shows its focus: ${name}`).toBeGreaterThanOrEqual(2)
    if (await goal.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`Tab does not lead to ${goal}.`)
}
