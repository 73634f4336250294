import { readdirSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { expect, type Page, type Response, test } from '@playwright/test'
import { weighIndex } from '../../bench/measure/html'
import { navigateTwice } from '../../bench/measure/page'
import { settle } from '../support/settle'

/** Entry script and loader. A page with an interactive component also loads React and Next: 135 KB for an empty page. */
const script = 10_000
const scriptWithComponents = 150_000
// Budgets in bytes after gzip. If a change exceeds one, reduce the page, or raise the budget here and give the reason;
// docs/performance.md has the measurements.
const budgets = [
  { address: '/page/2', html: 30_000, requests: 14, script },
  { address: '/posts/gamma-function', html: 26_000, requests: 14, script },
  { address: '/posts/logistic-map', html: 30_000, requests: 25, script: scriptWithComponents },
  { address: '/archive', html: 10_000, requests: 14, script },
]
// 12,000 until sites could have themes, footers, videos, frames and several languages.
const style = 12_700
/** Pages that a build of the sample site prerenders. Others are rendered on the first request, for any number of posts. */
const prerendered = 70

for (const budget of budgets) {
  test(`${budget.address} stays within its budget`, async ({ page }) => {
    const weight = await weigh(page, budget.address)
    within(`HTML of ${budget.address}`, weight.html, budget.html)
    within(`Script of ${budget.address}`, weight.script, budget.script)
    within(`Stylesheets of ${budget.address}`, weight.style, style)
    within(`Requests for ${budget.address}`, weight.requests.length, budget.requests, weight.requests)
    expect(weight.elsewhere, 'requests to other hosts').toEqual([])
    expect(weight.unused, 'fonts that the page loads but does not use').toEqual([])
  })
}

test('prefetches nothing before the reader points at a link', async ({ page }) => {
  const { requests } = await weigh(page, '/')
  expect(requests.filter((url) => /_rsc=|\/previews\//.test(url))).toEqual([])
})

test('the HTML of an index page is little larger than its teasers', async ({ request }) => {
  // The first page contains an interactive component, and therefore React's payload.
  for (const [address, most] of [
    ['/', 1.6],
    ['/page/2', 1.3],
  ] as const) {
    await request.get(address)
    const { teasers, raw } = weighIndex(await (await request.get(address)).text())
    expect(teasers).toBeGreaterThan(1)
    within(`HTML of ${address}`, raw.page, most * raw.teasers)
  }
})

test('the compressed HTML of an article is small', async ({ request }) => {
  for (const [address, most] of [
    ['/posts/logistic-map', 21_000],
    ['/posts/matrix-2-svd', 18_000],
  ] as const) {
    await request.get(address)
    const html = await (await request.get(address)).text()
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5 }
    within(`HTML of ${address}, brotli`, brotliCompressSync(html, { params }).length, most)
  }
})

test('the second article transfers little more than its HTML', async ({ browser, baseURL }) => {
  // The first two articles of this page contain no interactive component.
  const { total, document, fonts, requests } = await navigateTwice(browser, `${baseURL}/page/5`)
  expect(document).toBeGreaterThan(5_000)
  within(
    'The second article without new fonts',
    total - fonts,
    1.1 * document,
    requests.map(({ path, total }) => `${path} ${total}`),
  )
})

test('a build prerenders a bounded number of pages', () => {
  const pages = readdirSync('.next/server/app', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  )
  within('Prerendered pages', pages.length, prerendered, pages)
})

function within(what: string, found: number, budget: number, list: readonly string[] = []): void {
  const detail = list.length > 0 ? `\n${list.join('\n')}` : ''
  expect(found, `${what}: found ${found}, expected at most ${budget}.${detail}`).toBeLessThanOrEqual(budget)
}

async function weigh(page: Page, address: string) {
  const responses: Response[] = []
  page.on('response', (response) => responses.push(response))
  await settle(page, () => page.goto(address))
  const weightOf = async (type: string) => {
    const bodies = responses.filter((response) => response.request().resourceType() === type)
    const sizes = await Promise.all(bodies.map(async (response) => gzipSync(await response.body()).length))
    return sizes.reduce((sum, size) => sum + size, 0)
  }
  // A preloaded file is requested again from the browser's cache.
  const urls = [...new Set(responses.map((response) => response.url()))].map((url) => new URL(url))
  const families = await page.evaluate(async () => {
    await document.fonts.ready
    return [...document.fonts].filter(({ status }) => status === 'loaded').length
  })
  const fonts = urls.filter(({ pathname }) => pathname.endsWith('.woff2'))
  return {
    html: await weightOf('document'),
    script: await weightOf('script'),
    style: await weightOf('stylesheet'),
    // The browser requests the icon once, independent of the page.
    requests: urls.filter(({ pathname }) => pathname !== '/icon.svg').map(({ href }) => href),
    elsewhere: urls.filter(({ origin }) => origin !== new URL(page.url()).origin).map(({ href }) => href),
    // A font that was preloaded but is not used does not get the status `loaded`.
    unused: fonts.slice(families).map(({ pathname }) => pathname),
  }
}
