import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './test'
import { createWorkspace, type Served, type Workspace } from './workspace'

// The same site with its language changed, and its articles marked as Chinese: the interface is English, they are not.
test.describe.configure({ mode: 'serial' })

let workspace: Workspace
let server: Served

test.beforeAll(async () => {
  test.setTimeout(240_000)
  workspace = createWorkspace()
  const edit = (file: string, from: RegExp, to: string) => {
    const path = join(workspace.root, file)
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))
  }
  edit('site.config.ts', /language: 'zh-CN'/, "language: 'en'")
  for (const file of readdirSync(join(workspace.root, 'content'), { recursive: true, encoding: 'utf8' }))
    if (/\.mdx?$/.test(file)) edit(`content/${file}`, /^---\n(?![\s\S]*^lang:)/m, '---\nlang: zh-CN\n')
  const { code, output } = workspace.run('build')
  expect(code, output).toBe(0)
  server = await workspace.serve('start')
})
test.afterAll(async () => {
  await server?.stop()
  workspace.remove()
})

test('search asks, counts and narrows in English', async ({ page }) => {
  await page.goto(`${server.url}/search?q=变分`)
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

test('the dialog speaks English, and leads to an English article', async ({ page }) => {
  await page.goto(`${server.url}/archive`)
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

test('nothing of the interface is left in Chinese', async ({ page }) => {
  for (const address of ['/search', '/posts/the-kelly-criterion', '/no-such-page']) {
    await page.goto(server.url + address)
    // What the site's owner wrote stays: its name, names of categories, titles; the hint shows what may be asked.
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
