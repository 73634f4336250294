import { expect, test } from '@playwright/test'

test('lists all series, and shows the introduction and the ordered parts of one', async ({ page }) => {
  await page.goto('/series')
  await page.getByRole('link', { name: '变分法漫谈' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '变分法漫谈' })).toBeVisible()
  await expect(page.locator('.prose .katex').first()).toBeVisible()
  const parts = page.getByRole('main').locator('ol > li')
  await expect(parts).toHaveCount(7)
  const numbers = (await parts.allInnerTexts()).map((text) => Number.parseInt(text, 10))
  // The sample site has no part 7: gaps are allowed.
  expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 8])
  await expect(parts.nth(2)).toContainText('第 3 篇 / 共 7 篇')
  await expect(parts.nth(0)).toContainText('2010 年 3 月 14 日')
})

test('tags link to their posts, with Chinese names encoded or not', async ({ page, request }) => {
  await page.goto('/tags')
  await page.getByRole('link', { name: '变分', exact: true }).click()
  await expect(page).toHaveURL(/\/tags\/%E5%8F%98%E5%88%86$/)
  await expect(page.getByRole('heading', { level: 1, name: '标签：变分' })).toBeVisible()
  expect(await page.getByRole('main').getByRole('listitem').count()).toBeGreaterThan(2)
  expect((await page.goto('/tags/变分'))?.status()).toBe(200)
  expect((await request.get('/tags/没有这个标签')).status()).toBe(404)
})

test('a category lists its posts', async ({ page }) => {
  await page.goto('/categories/数学研究')
  await expect(page.getByRole('heading', { level: 1, name: '分类：数学研究' })).toBeVisible()
  expect(await page.getByRole('main').getByRole('listitem').count()).toBeGreaterThan(5)
})

test('a Chinese slug works encoded and not encoded', async ({ page, request }) => {
  expect((await page.goto('/posts/欧拉的桥'))?.status()).toBe(200)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect((await request.get(`/posts/${encodeURIComponent('欧拉的桥')}`)).status()).toBe(200)
})

test('the archive lists every year from 2010 on, newest first', async ({ page }) => {
  await page.goto('/archive')
  const years = (await page.getByRole('heading', { level: 2 }).allInnerTexts()).map(Number)
  expect(years).toEqual([...years].sort((a, b) => b - a))
  expect(years.at(-1)).toBe(2010)
  expect(years.length).toBeGreaterThanOrEqual(15)
})

test('random redirects to different articles', async ({ request }) => {
  const targets = new Set<string>()
  for (let attempt = 0; attempt < 20; attempt++) {
    const response = await request.get('/random', { maxRedirects: 0 })
    expect(response.status()).toBe(307)
    expect(response.headers()['cache-control']).toBe('no-store')
    targets.add(response.headers().location ?? '')
  }
  expect(targets.size).toBeGreaterThan(1)
  for (const target of targets) expect(target).toMatch(/^\/posts\//)
})

test('old paths redirect permanently', async ({ request }) => {
  for (const alias of ['/archives/42', '/2011/11/basel.html']) {
    const response = await request.get(alias, { maxRedirects: 0 })
    expect(response.status()).toBe(308)
    // Next sends the header twice if it renders the redirect on demand; browsers treat equal headers as one.
    const locations = response.headersArray().filter(({ name }) => name.toLowerCase() === 'location')
    expect([...new Set(locations.map(({ value }) => value))]).toEqual(['/posts/basel-problem'])
  }
})

test('shows a page of content/pages', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: '关于' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '关于' })).toBeVisible()
})

test('an unknown URL responds with 404 and a page with links', async ({ page }) => {
  for (const path of ['/nowhere', '/posts/nowhere', '/series/nowhere', '/a/b/c', '/categories/nowhere']) {
    const response = await page.goto(path)
    expect(response?.status(), path).toBe(404)
  }
  await page.goto('/posts/nowhere')
  await expect(page.getByRole('heading', { level: 1, name: '没有这一页' })).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: '归档' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '归档' })).toBeVisible()
})
