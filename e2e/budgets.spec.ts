import { readdirSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { weighIndex } from '../bench/html'
import { observeShifts } from '../bench/page'
import { pageTypes } from './page-types'
import { expect, type Page, type Response, test } from './test'

// What a page may weigh, in bytes after gzip. Whoever exceeds a budget finds what to cut, or raises it here and says why:
// docs/performance.md tells what each was measured at.
const budgets = [
  { address: '/', html: 30_000, requests: 18 },
  { address: '/posts/gamma-function', html: 26_000, requests: 16 },
  { address: '/archive', html: 10_000, requests: 16 },
]
/** 135 KB of it are what an empty page of Next's ships, 1 KB is what has all of them wait (`lib/hydration`). */
const script = 142_000
const style = 12_000
/** Pages that a build of the sample site makes; the rest are made on their first request, however many posts there are. */
const prerendered = 70

for (const budget of budgets) {
  test(`${budget.address} keeps within its budget`, async ({ page }) => {
    const weight = await weigh(page, budget.address)
    within(`HTML of ${budget.address}`, weight.html, budget.html)
    within(`Script of ${budget.address}`, weight.script, script)
    within(`Stylesheets of ${budget.address}`, weight.style, style)
    within(`Requests for ${budget.address}`, weight.requests.length, budget.requests, weight.requests)
    expect(weight.elsewhere, 'no request leaves the site').toEqual([])
    expect(weight.unused, 'only fonts that the page uses arrive').toEqual([])
  })
}

for (const [what, viewport] of [
  ['a phone', { width: 412, height: 839 }],
  ['a screen', { width: 1280, height: 720 }],
] as const)
  test(`nothing moves while a page loads on ${what}`, async ({ page }) => {
    test.setTimeout(180_000)
    await page.setViewportSize(viewport)
    await page.addInitScript(observeShifts)
    for (const address of Object.values(pageTypes)) {
      await page.goto(address, { waitUntil: 'networkidle' })
      const { shift, moved } = await page.evaluate(
        () => Reflect.get(window, 'layout') as { shift: number; moved: string[] },
      )
      // Of cumulative layout shift readers begin to notice 0.1: where the machine is busy, a font may come after a frame.
      expect.soft(shift, `${address}: ${moved.join(' ')}`).toBeLessThan(0.001)
    }
  })

test('nothing is fetched before a reader points at it', async ({ page }) => {
  const { requests } = await weigh(page, '/')
  expect(requests.filter((url) => /_rsc=|\/fragments\/|\/previews\//.test(url))).toEqual([])
})

test('an index page is little more than its teasers', async ({ request }) => {
  // The first of the sample site holds a component, which React draws; the second none.
  for (const address of ['/', '/page/2']) {
    const { teasers, raw } = weighIndex(await (await request.get(address)).text())
    expect(teasers).toBeGreaterThan(1)
    within(`HTML of ${address}`, raw.page, 1.3 * raw.teasers)
  }
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
  await page.goto(address, { waitUntil: 'networkidle' })
  const weightOf = async (type: string) => {
    const bodies = responses.filter((response) => response.request().resourceType() === type)
    const sizes = await Promise.all(bodies.map(async (response) => gzipSync(await response.body()).length))
    return sizes.reduce((sum, size) => sum + size, 0)
  }
  // What was fetched ahead is asked for once more, of the browser's cache.
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
    // A browser asks for the icon beside the page, once.
    requests: urls.filter(({ pathname }) => pathname !== '/icon.svg').map(({ href }) => href),
    elsewhere: urls.filter(({ origin }) => origin !== new URL(page.url()).origin).map(({ href }) => href),
    // A font that was fetched in vain, by a preload, stays unloaded.
    unused: fonts.slice(families).map(({ pathname }) => pathname),
  }
}
