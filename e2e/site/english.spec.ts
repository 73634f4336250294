import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { serveWorkspace } from '../support/serve-workspace'

// A site in English, whose articles are in English except one. The build is that of the sample.
const served = serveWorkspace({ site: 'english', isBuilt: true })

test('search has an English form, count and filters', async ({ page }) => {
  await page.goto(`${served.server.url}/search?q=变分`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('heading', { level: 1, name: 'Search' })).toBeVisible()
  const status = page.getByRole('main').getByRole('status')
  await expect(status).toHaveText(/^\d+ found$/)
  await expect(page.locator('.found > li').first()).toHaveAttribute('lang', 'zh-CN')
  await expect(page.locator('.found time').first()).toHaveText(/^\d+ [A-Z][a-z]+ \d{4}$/)
  await page.getByLabel('All years').selectOption('2010')
  await page.getByRole('main').getByRole('button', { name: 'Search' }).click()
  await expect(page).toHaveURL(/year=2010/)
  await page.getByRole('searchbox', { name: 'Search articles and formulas' }).fill('no such thing')
  await page.keyboard.press('Enter')
  await expect(status).toHaveText('Nothing found')
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
})

test('the search dialog is in English, and opens an English article', async ({ page }) => {
  await page.goto(`${served.server.url}/archive`)
  await page.keyboard.press('Control+k')
  const dialog = page.getByRole('dialog', { name: 'Search articles and formulas' })
  await expect(dialog.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('kelly')
  await expect(dialog.getByRole('status')).toHaveText(/^\d+ found/)
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Show all on the search page' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/posts\//)
  await expect(page.getByRole('main')).toContainText(/Kelly/)
})

test('no text or name of the interface is in Chinese', async ({ page }) => {
  for (const address of [
    '/',
    '/posts/the-kelly-criterion',
    '/archive',
    '/tags',
    '/tags/betting',
    '/series/bets',
    '/authors/ann',
    '/subscribe',
    '/search',
    '/no-such-page',
  ]) {
    await page.goto(served.server.url + address)
    // Excludes what authors wrote in Chinese, the hint with examples of queries, and the language of an article.
    const left = await page.evaluate(() => {
      const isHan = (text: string | null) => /\p{Script=Han}/u.test(text ?? '')
      const found: string[] = []
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const isWritten = node.parentElement?.closest(
          '[lang|=zh], [hreflang|=zh], script, style, .search-hint',
        )
        if (!isWritten && isHan(node.nodeValue)) found.push(node.nodeValue ?? '')
      }
      const named = document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')
      for (const element of [...named].filter((element) => !element.closest('[lang|=zh]')))
        for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
          if (isHan(element.getAttribute(name))) found.push(`${name}: ${element.getAttribute(name)}`)
      return found
    })
    expect.soft(left, address).toEqual([])
  }
})
