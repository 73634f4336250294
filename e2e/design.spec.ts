import { expect, type Page, test } from '@playwright/test'

test.describe('the theme', () => {
  const paper = { light: 'rgb(252, 251, 248)', dark: 'rgb(22, 23, 26)' }

  test('follows the system, then what the reader chose, on every page from its first frame', async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.goto('/', { waitUntil: 'networkidle' })
    expect(await background(page)).toBe(paper.dark)
    const button = page.getByRole('button', { name: '切换明暗' })
    await button.click()
    await expect(page.getByRole('status').filter({ hasText: '亮' })).toHaveText('明暗：亮')
    expect(await background(page)).toBe(paper.light)

    // The first frame: what is there when the body begins, before any module runs.
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.body) return
        observer.disconnect()
        Object.assign(window, { first: getComputedStyle(document.documentElement).colorScheme })
      }).observe(document, { childList: true, subtree: true })
    })
    await page.goto('/archive', { waitUntil: 'networkidle' })
    expect(await page.evaluate('first')).toBe('light')
    expect(await background(page)).toBe(paper.light)

    await button.click()
    await expect.poll(() => background(page)).toBe(paper.dark)
    await button.click()
    await expect(page.getByRole('status').filter({ hasText: '系统' })).toHaveCount(1)
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
  })

  test('is chosen with the keyboard, and the choice survives a navigation', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto('/archive', { waitUntil: 'networkidle' })
    const button = page.getByRole('button', { name: '切换明暗' })
    await button.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status').filter({ hasText: '亮' })).toHaveCount(1)
    await page.keyboard.press('Enter')
    await expect.poll(() => background(page)).toBe(paper.dark)
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '系列' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '系列' })).toBeVisible()
    expect(await background(page)).toBe(paper.dark)
  })

  test('cannot be switched without script, so no switch is shown', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto('/')
    await expect(page.getByRole('button', { name: '切换明暗' })).toHaveCount(0)
    await context.close()
  })
})

function background(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
}
