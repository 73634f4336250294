import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import { unseal } from '../../lib/store/store'
import { site } from '../support/site'

const article = '/posts/cov-2-euler-lagrange'

test('an article names its card of 1200 × 630 pixels and its alternative text', async ({ page, request }) => {
  await page.goto(article)
  const meta = (name: string) =>
    page.locator(`meta[property="${name}"], meta[name="${name}"]`).getAttribute('content')
  expect(await meta('twitter:card')).toBe('summary_large_image')
  const address = new URL((await meta('og:image')) ?? '')
  expect(address.origin + address.pathname).toBe(`${site.url}${article}.png`)
  expect(await meta('og:image:width')).toBe('1200')
  expect(await meta('og:image:height')).toBe('630')
  expect(await meta('og:image:alt')).toBe('变分法漫谈（二）：欧拉–拉格朗日方程 · 沈砚')
  const response = await request.get(address.pathname + address.search)
  expect(response.headers()['content-type']).toBe('image/png')
  expect(await sharp(await response.body()).metadata()).toMatchObject({
    format: 'png',
    width: 1200,
    height: 630,
  })
})

test('responds with 304 if the client has the card', async ({ request }) => {
  const { etag = '' } = (await request.get(`${article}.png`)).headers()
  const again = await request.get(`${article}.png`, { headers: { 'if-none-match': etag } })
  expect(again.status()).toBe(304)
})

test('stores a card on the disk', async ({ request }) => {
  const folder = '.next/cache/lemma/cards'
  const png = await (await request.get(`${article}.png`)).body()
  const cards = readdirSync(folder).map((name) => unseal(readFileSync(join(folder, name)), name))
  expect(cards.some((card) => card.equals(png))).toBe(true)
})

test('other pages name the card of the site', async ({ page, request }) => {
  for (const path of ['/', '/archive', '/series/calculus-of-variations', '/about']) {
    await page.goto(path)
    expect(await page.locator('meta[property="og:image"]').getAttribute('content'), path).toBe(
      `${site.url}/card.png`,
    )
  }
  expect(await sharp(await (await request.get('/card.png')).body()).metadata()).toMatchObject({ width: 1200 })
})

test('a Chinese slug has a card, a hidden article none, and the card of an unlisted one is not indexed', async ({
  request,
}) => {
  expect((await request.get(`/posts/${encodeURIComponent('欧拉的桥')}.png`)).status()).toBe(200)
  for (const slug of ['unfinished-proof', 'letter-to-2099', 'nowhere'])
    expect((await request.get(`/posts/${slug}.png`)).status(), slug).toBe(404)
  const unlisted = await request.get('/posts/unlisted-errata.png')
  expect(unlisted.status()).toBe(200)
  expect(unlisted.headers()['x-robots-tag']).toBe('noindex')
})

test('the card of a repost names the original author only', async ({ page }) => {
  await page.goto('/posts/why-i-still-derive')
  const alt = await page.locator('meta[property="og:image:alt"]').getAttribute('content')
  expect(alt).not.toContain('沈砚')
})

test('only routes that draw cards trace the fonts of cards', () => {
  const root = '.next/server/app'
  const traces = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.nft.json'),
  )
  const withFonts = traces.filter((name) =>
    readFileSync(join(root, name), 'utf8').includes('lib/outputs/card/fonts'),
  )
  expect(withFonts).toContain('posts/[slug]/card/route.js.nft.json')
  const draws =
    /(^|\/)(card|card\.png|representations\/.*|formulas\/.*|atom\.xml|feed\.xml|feed\.json|\[feed\])\/route\.js\.nft\.json$/
  expect(withFonts.filter((name) => !draws.test(name))).toEqual([])
})
