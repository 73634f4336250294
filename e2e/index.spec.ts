import { site } from '../site.config'
import { expect, test } from './test'

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

test('a teaser carries its badge, title, category, typeset opening and a way on that names the article', async ({
  page,
}) => {
  await page.goto('/')
  const teaser = page
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { level: 2 }) })
    .first()
  const title = await teaser.getByRole('heading', { level: 2 }).innerText()
  await expect(teaser.locator('time')).toContainText(/\d+\s*\d+ 月/)
  await expect(teaser.locator('.katex').first()).toBeVisible()
  await teaser.getByRole('link', { name: `点击阅读全文：${title}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
})

test('the year stands where it changes', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByText(/^20\d\d$/).first()).toBeVisible()
})

test('a short post shows whole, without a way on', async ({ page }) => {
  const url = '/posts/notebook-and-pen'
  for (let number = 1; ; number++) {
    const response = await page.goto(number === 1 ? '/' : `/page/${number}`)
    expect(response?.status(), 'the short post stands on some index page').toBe(200)
    const teaser = page.getByRole('article').filter({ has: page.locator(`a[href="${url}"]`) })
    if ((await teaser.count()) === 0) continue
    await expect(teaser.getByRole('link', { name: /点击阅读全文/ })).toHaveCount(0)
    break
  }
})

test('paging leads through every post once, and back', async ({ page }) => {
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

test('page 1 is the front page; pages past the last are not found', async ({ page, request }) => {
  expect((await request.get('/page/1', { maxRedirects: 0 })).status()).toBe(308)
  for (const number of ['0', '99', '01', 'x'])
    expect((await page.goto(`/page/${number}`))?.status()).toBe(404)
})

test('teasers without components never pass through React’s payload', async ({ request }) => {
  const html = await (await request.get('/page/2')).text()
  const title = /<h2[^>]*><a[^>]*>([^<]+)/.exec(html)?.[1] ?? ''
  expect(title).not.toBe('')
  expect(html.slice(html.indexOf('self.__next_f')), 'React’s payload').not.toContain(title)
})

test('a client navigation brings a page of teasers by one request, and going back by none', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url())
    if (request.resourceType() === 'fetch' && !searchParams.has('_rsc')) asked.push(pathname)
  })
  const titles = page.locator('article h2:visible')
  const pages = page.getByRole('navigation', { name: '分页' }).filter({ visible: true })
  await page.goto('/page/2')
  const before = await titles.allInnerTexts()
  asked.length = 0
  await page.getByRole('link', { name: /较早的文章/ }).click()
  await expect(pages).toContainText('第 3 页')
  await expect(titles).toHaveCount(site.postsPerPage)
  expect(await titles.allInnerTexts()).not.toEqual(before)
  await expect(page.locator('article .katex:visible').first()).toBeVisible()
  expect(asked).toEqual(['/page/3'])
  await page.goBack()
  await expect(pages).toContainText('第 2 页')
  await expect(titles).toHaveText(before)
  expect(asked).toEqual(['/page/3'])
})

test('teasers that do not arrive say so, and are tried again', async ({ page }) => {
  await page.goto('/page/2')
  await page.route('/page/3', (route) => route.abort())
  await page.getByRole('link', { name: /较早的文章/ }).click()
  await expect(page.getByRole('alert').getByRole('heading')).toBeVisible()
  await page.unroute('/page/3')
  await page.getByRole('alert').getByRole('button').click()
  await expect(page.getByRole('navigation', { name: '分页' }).filter({ visible: true })).toContainText(
    '第 3 页',
  )
})
