import { expect, test } from '@playwright/test'
import { site } from '../support/site'

test('the index shows the newest posts as teasers, newest first', async ({ page }) => {
  await page.goto('/')
  await expect(page).toHaveTitle(site.name)
  const teasers = page.getByRole('article')
  await expect(teasers).toHaveCount(site.postsPerPage)
  const dates = await teasers
    .locator('time')
    .evaluateAll((times) => times.map((time) => time.getAttribute('datetime')))
  expect(dates).toEqual([...dates].sort().reverse())
})

test('a teaser has date, title, category, rendered formulas and a link that names the article', async ({
  page,
}) => {
  await page.goto('/')
  const teaser = page
    .getByRole('article')
    .filter({ has: page.locator('.katex') })
    .first()
  const title = await teaser.getByRole('heading', { level: 2 }).innerText()
  await expect(teaser.locator('time')).toContainText(/\d+\s*\d+ 月/)
  await expect(teaser.locator('.katex').first()).toBeVisible()
  await teaser.getByRole('link', { name: `点击阅读全文：${title}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
})

test('the index shows the year when it changes', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByText(/^20\d\d$/).first()).toBeVisible()
})

test('a teaser that contains the whole post has no link to the rest', async ({ page }) => {
  const url = '/posts/notebook-and-pen'
  for (let number = 1; ; number++) {
    const response = await page.goto(number === 1 ? '/' : `/page/${number}`)
    expect(response?.status(), 'the short post is on an index page').toBe(200)
    const teaser = page.getByRole('article').filter({ has: page.locator(`a[href="${url}"]`) })
    if ((await teaser.count()) === 0) continue
    await expect(teaser.getByRole('link', { name: /点击阅读全文/ })).toHaveCount(0)
    break
  }
})

test('the pager reaches every post once, and leads back', async ({ page }) => {
  await page.goto('/')
  const seen: string[] = []
  for (;;) {
    seen.push(...(await page.getByRole('article').getByRole('heading', { level: 2 }).allInnerTexts()))
    const older = page.getByRole('link', { name: /较早的文章/ })
    if ((await older.count()) === 0) break
    const url = page.url()
    await older.click()
    await expect(page).not.toHaveURL(url)
    await expect(page.getByRole('article').first()).toBeVisible()
  }
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.length).toBeGreaterThanOrEqual(30)
  await page.getByRole('link', { name: /较新的文章/ }).click()
  await expect(page.getByRole('navigation', { name: '分页' })).toContainText(/第 \d+ 页，共 \d+ 页/)
})

test('page 1 redirects to the front page; pages past the last respond with 404', async ({
  page,
  request,
}) => {
  expect((await request.get('/page/1', { maxRedirects: 0 })).status()).toBe(308)
  for (const number of ['0', '99', '01', 'x'])
    expect((await page.goto(`/page/${number}`))?.status()).toBe(404)
})

test('a page contains the text of its teasers once', async ({ request }) => {
  const html = await (await request.get('/page/2')).text()
  expect(html.match(/class="katex"/g)?.length).toBeGreaterThan(10)
  expect(html.slice(html.indexOf('self.__next_f')), 'the payload').not.toContain('katex')
})
