import { expect, type Page, test } from '@playwright/test'

const focused = (page: Page) => page.locator(':focus')

test('j and k move the focus from post to post', async ({ page }) => {
  await page.goto('/')
  const titles = page.getByRole('main').getByRole('heading', { level: 2 }).getByRole('link')
  await page.keyboard.press('j')
  await expect(titles.nth(0)).toBeFocused()
  await page.keyboard.press('j')
  await expect(titles.nth(1)).toBeFocused()
  await expect(titles.nth(1)).toBeInViewport()
  expect(await focused(page).evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid')
  await page.keyboard.press('k')
  await expect(titles.nth(0)).toBeFocused()
})

test('j moves from section to section, and headings are not focusable by Tab afterwards', async ({
  page,
}) => {
  await page.goto('/posts/fourier-3-uncertainty')
  const section = page.locator('.prose h2').first()
  // The title comes first.
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expect(section).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(section).not.toHaveAttribute('tabindex')
})

test('n and p move through a series', async ({ page }) => {
  await page.goto('/posts/fourier-3-uncertainty')
  const title = page.getByRole('heading', { level: 1 })
  const here = (await title.textContent()) ?? ''
  await page.keyboard.press('p')
  // A key pressed before the scripts of a page have run has no effect.
  await page.waitForURL((url) => !url.pathname.includes('fourier-3'), { waitUntil: 'load' })
  await expect(title).not.toHaveText(here)
  await page.keyboard.press('n')
  await expect(title).toHaveText(here)
})

test('t switches the theme', async ({ page }) => {
  await page.goto('/archive')
  await page.keyboard.press('t')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
})

test('ignores keys with a modifier or in a field', async ({ page }) => {
  await page.goto('/archive')
  await page.evaluate(() => document.body.append(document.createElement('input')))
  await page.locator('body > input').focus()
  await page.keyboard.type('t?')
  await page.locator('body > input').blur()
  await page.keyboard.press('Alt+t')
  await page.keyboard.press('j')
  await expect(focused(page)).toHaveAttribute('href', /^\/posts\//)
  await expect(page.locator('html')).not.toHaveAttribute('data-theme')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('Ctrl-K opens the search with single keys disabled', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('keys', 'off'))
  await page.goto('/archive')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog', { name: '搜索文章与公式' })).toBeVisible()
})

test('? lists the keys, Escape returns the focus, and single keys stay disabled on other pages', async ({
  page,
}) => {
  await page.goto('/')
  await page.keyboard.press('j')
  const title = page.getByRole('main').getByRole('heading', { level: 2 }).getByRole('link').first()
  await expect(title).toBeFocused()
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: '键盘' })
  await expect(help).toContainText('下一篇')
  for (const key of ['/', 'Ctrl K']) await expect(help.getByText(key, { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(help).toHaveCount(0)
  await expect(title).toBeFocused()

  await page.keyboard.press('?')
  await help.getByRole('checkbox').uncheck()
  await page.keyboard.press('Escape')
  await page.goto('/archive')
  await page.keyboard.press('t')
  await page.keyboard.press('/')
  // The button still works. Its dialog opens after the keys would have had an effect.
  await page.getByRole('button', { name: '键盘' }).click()
  await expect(help.getByRole('checkbox')).not.toBeChecked()
  await expect(page.locator('html')).not.toHaveAttribute('data-theme')
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await help.getByRole('checkbox').check()
  await help.getByRole('button', { name: '关闭' }).click()
  await page.keyboard.press('t')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
})
