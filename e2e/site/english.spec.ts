import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { serveWorkspace } from '../support/serve-workspace'

// The sample site with an English interface; articles without a language are marked as Chinese.
const served = serveWorkspace({}, ({ root }) => {
  const edit = (file: string, from: RegExp, to: string) => {
    const path = join(root, file)
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))
  }
  edit('site.config.ts', /language: 'zh-CN'/, "language: 'en'")
  for (const file of readdirSync(join(root, 'content'), { recursive: true, encoding: 'utf8' }))
    if (/\.mdx?$/.test(file)) edit(`content/${file}`, /^---\n(?![\s\S]*^lang:)/m, '---\nlang: zh-CN\n')
})

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

test('no text of the interface is in Chinese', async ({ page }) => {
  for (const address of ['/search', '/posts/the-kelly-criterion', '/no-such-page']) {
    await page.goto(served.server.url + address)
    // Excludes what authors wrote (site name, categories, titles) and the hint with examples of queries.
    const left = await page.evaluate(() => {
      const found: string[] = []
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const isWritten = node.parentElement?.closest(
          'a, script, style, pre, option, .masthead, .search-hint, [data-citation]',
        )
        const text = node.nodeValue ?? ''
        if (!isWritten && /\p{Script=Han}/u.test(text)) found.push(text)
      }
      return found
    })
    expect.soft(left, address).toEqual([])
  }
})
