import { expect, test } from '@playwright/test'

test('the source of an article is at its URL with .md, and at its URL for clients that prefer Markdown', async ({
  request,
}) => {
  const file = await request.get('/posts/coin-weighing.md')
  expect(file.headers()['content-type']).toBe('text/markdown; charset=utf-8')
  expect(file.headers().link).toMatch(/\/posts\/coin-weighing>; rel="canonical"/)
  const text = await file.text()
  expect(text).toMatch(/^---\ntitle: 十二枚硬币与三次天平\ndate: 2015-02-18\n/)
  expect(text).toContain('\\frac{3^n-3}{2},\\tag{2}')
  expect(text).not.toContain('{/*')

  const accepted = await request.get('/posts/coin-weighing', { headers: { accept: 'text/markdown, */*' } })
  expect(await accepted.text()).toBe(text)
  expect(accepted.headers().vary).toMatch(/\baccept\b(?!-)/i)
  const page = await request.get('/posts/coin-weighing', { headers: { accept: 'text/html' } })
  expect(page.headers()['content-type']).toMatch(/^text\/html/)
})

test('responds with 304 if the client has the source', async ({ request }) => {
  const { etag = '' } = (await request.get('/posts/coin-weighing.md')).headers()
  const again = await request.get('/posts/coin-weighing.md', { headers: { 'if-none-match': etag } })
  expect(again.status()).toBe(304)
})

test('a Chinese slug has a source, a hidden article none', async ({ request }) => {
  expect((await request.get(`/posts/${encodeURIComponent('欧拉的桥')}.md`)).status()).toBe(200)
  for (const slug of ['unfinished-proof', 'letter-to-2099', 'nowhere']) {
    expect((await request.get(`/posts/${slug}.md`)).status(), slug).toBe(404)
    const accepted = await request.get(`/posts/${slug}`, { headers: { accept: 'text/markdown' } })
    expect(accepted.status(), slug).toBe(404)
  }
  const unlisted = await request.get('/posts/unlisted-errata.md')
  expect(unlisted.headers()['x-robots-tag']).toBe('noindex')
})

test('the page of an article links to its source and the feed', async ({ page }) => {
  await page.goto('/posts/coin-weighing')
  const source = page.locator('head link[rel="alternate"][type="text/markdown"]')
  await expect(source).toHaveAttribute('href', /\/posts\/coin-weighing\.md$/)
  await expect(page.locator('head link[type="application/atom+xml"]')).toHaveCount(1)
})
