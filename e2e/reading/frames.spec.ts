import { expect, type Locator, type Page, test } from '@playwright/test'

// The code has 41 lines, one more than is shown without collapsing.
const withCode = '/posts/matrix-2-svd'
const withTable = '/posts/random-walk-return'
const long = (page: Page) => page.locator('.prose details').filter({ hasText: '全部 41 行' })

test.describe('copying', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })
  const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

  test('copies code unchanged by pointer and keyboard, and announces it', async ({ page }) => {
    await page.goto('/posts/fast-inverse-square')
    const code = page.getByRole('group', { name: '代码' }).first()
    const text = ((await code.textContent()) ?? '').trimEnd()
    expect(text).toContain('\n')
    await code.hover()
    await page.getByRole('button', { name: '复制代码' }).click()
    await expect(page.getByRole('status').filter({ hasText: '已复制' })).toHaveCount(1)
    expect(await clipboard(page)).toBe(text)

    await page.evaluate(() => navigator.clipboard.writeText(''))
    await page.locator('h1').click()
    await code.focus()
    await expect(page.getByRole('button', { name: '复制代码' })).toBeVisible()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: '已复制' })).toBeFocused()
    expect(await clipboard(page)).toBe(text)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: '已复制' })).toHaveCount(0)
  })

  test('copies a table in the format of spreadsheets, with formulas as TeX', async ({ page }) => {
    await page.goto(withTable)
    await page.getByRole('table').first().hover()
    await page.getByRole('button', { name: '复制表格' }).click()
    await expect(page.getByRole('button', { name: '已复制' })).toBeVisible()
    const rows = (await clipboard(page)).split('\n')
    expect(rows[0]).toBe('$d$\t3\t4\t5\t6\t7\t8')
    expect(rows[1]).toBe('$U_d$\t1.51639\t1.23947\t1.15631\t1.11696\t1.09391\t1.07865')
    expect(rows).toHaveLength(3)
  })

  test('copies all lines of collapsed code', async ({ page }) => {
    await page.goto(withCode)
    await long(page).locator('summary').hover()
    await page.getByRole('button', { name: '复制代码' }).click()
    await expect(page.getByRole('button', { name: '已复制' })).toBeVisible()
    expect((await clipboard(page)).split('\n')).toHaveLength(41)
  })
})

test('copies without the clipboard API if it is missing, and reports if that fails', async ({ page }) => {
  // A page without TLS has no clipboard API.
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await page.goto(withTable)
  await page.getByRole('table').first().hover()
  await page.getByRole('button', { name: '复制表格' }).click()
  await expect(page.getByRole('button', { name: '已复制' })).toBeFocused()
  await page.evaluate(() => document.body.append(document.createElement('textarea')))
  await page.locator('body > textarea').focus()
  await page.keyboard.press('ControlOrMeta+v')
  await expect(page.locator('body > textarea')).toHaveValue(/^\$d\$\t3/)

  await page.evaluate(() => Object.assign(document, { execCommand: () => false }))
  await page.getByRole('table').first().hover()
  await page.getByRole('button', { name: '复制表格' }).click()
  await expect(page.getByRole('status').filter({ hasText: '无法复制' })).toHaveCount(1)
})

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } })

  test('a tap on a table shows the button that copies it', async ({ page }) => {
    await page.goto(withTable)
    await page.getByRole('table').first().tap()
    await expect(page.getByRole('button', { name: '复制表格' })).toBeVisible()
  })
})

test('a table and its caption are centred in the column', async ({ page }) => {
  await page.goto('/posts/gamma-function')
  const middle = async (locator: Locator) => {
    const { x, width } = await boxOf(locator)
    return Math.round(x + width / 2)
  }
  const column = await middle(page.locator('article > .prose'))
  expect(await middle(page.getByRole('table'))).toBe(column)
  expect(await middle(page.getByRole('figure').filter({ hasText: '表 1' }).locator('figcaption'))).toBe(
    column,
  )
})

test.describe('on a narrow page', () => {
  test.use({ viewport: { width: 360, height: 800 }, javaScriptEnabled: false })

  test('a wide table keeps its role, and scrolls by keyboard inside its frame', async ({ page }) => {
    await page.goto(withTable)
    await expect(page.getByRole('table').first().getByRole('row')).toHaveCount(3)
    const box = page.getByRole('group', { name: '表格' })
    await box.focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => box.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  })

  test('wide code scrolls by keyboard', async ({ page }) => {
    await page.goto(withCode)
    const box = page.getByRole('group', { name: '代码' }).nth(1)
    await box.focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => box.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0)
  })
})

test.describe('long code', () => {
  const shown = (page: Page) =>
    long(page).evaluate((details) => {
      const bottom = details.querySelector('pre')?.getBoundingClientRect().bottom ?? 0
      return details.getBoundingClientRect().bottom - bottom
    })

  test('shows its beginning, and expands without scripts on a click on its lower edge', async ({
    browser,
  }) => {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    await page.goto(withCode)
    expect(await shown(page)).toBeLessThan(-300)
    await expect(long(page).getByText('from', { exact: true }).first()).toBeVisible()
    // A click near the lower edge.
    await long(page).evaluate((details) => details.scrollIntoView({ block: 'center' }))
    const { x, y, width, height } = await boxOf(long(page))
    await page.mouse.click(x + width / 2, y + height - 9)
    expect(await shown(page)).toBeGreaterThanOrEqual(0)
    await page.context().close()
  })

  test('shows the line of a text fragment link while it is collapsed', async ({ page }) => {
    await page.goto(`${withCode}#:~:text=${encodeURIComponent('svd(times, 1)')}`)
    await expect(long(page).locator('code > span').last()).toBeInViewport()
    await expect(long(page)).not.toHaveAttribute('open')
  })

  test('is printed completely, like other collapsed content of authors', async ({ page }) => {
    await page.emulateMedia({ media: 'print' })
    await page.goto(withCode)
    expect(await shown(page)).toBeGreaterThanOrEqual(0)
    await expect(long(page).locator('summary')).toBeHidden()
    await page.goto('/posts/gamma-function')
    await expect(page.locator('details.solution p').first()).toBeVisible()
    await expect(page.getByText('@online{gamma-function,')).toBeHidden()
  })
})

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox()
  if (!box) throw new Error('The element has no bounding box.')
  return box
}
