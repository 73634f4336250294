import { expect, type Page, test } from '@playwright/test'
import { expectNoViolations } from '../support/axe'
import { findOverflow } from '../support/overflow'
import { readSitemap } from '../support/sitemap'

// These tests depend on no particular content: `npm test` runs them for the site of an author.

// They only read pages, so that both workers run them.
test.describe.configure({ mode: 'parallel' })

// One pass over all pages, in two halves; each page is loaded once for all checks.
for (const half of [0, 1])
  test(`every page is free of errors, fits every window, and its internal links work, half ${half + 1}`, async ({
    page,
    request,
    baseURL,
  }) => {
    test.setTimeout(60 * 60_000)
    const faults = recordFaults(page)
    await emptyOtherHosts(page, baseURL ?? '')
    const links = new Set<string>()
    const all = await readSitemap(request)
    const isOurs = (path: string, index: number) => (path === '/' ? half === 0 : index % 2 === half)
    const paths = new Set(all.filter(isOurs))
    for (const path of paths) {
      await page.setViewportSize({ width: 1280, height: 720 })
      const response = await page.goto(path)
      expect.soft(response?.status(), path).toBe(200)
      await expectSound(page, path)
      for (const link of await checkAnchors(page, path)) {
        links.add(link)
        // The sitemap does not list further index pages, which link to each other from the front page on.
        if (half === 0 && /^\/page\/\d+$/.test(link)) paths.add(link)
      }
      expect.soft(faults.splice(0), path).toEqual([])
      await expectNoOverflow(page, path, [390, 320])
    }
    expect.soft(faults, 'after the window was resized').toEqual([])
    // One of the halves loads the pages of the sitemap.
    for (const path of all) links.delete(path)
    for (const link of links) {
      const response = await request.get(link, { maxRedirects: 0 })
      expect.soft([200, 307, 308], `${link} responds with ${response.status()}`).toContain(response.status())
    }
  })

test('axe finds no violations on pages of each kind', async ({ page, request, baseURL }) => {
  test.setTimeout(10 * 60_000)
  await emptyOtherHosts(page, baseURL ?? '')
  const paths = await readSitemap(request)
  for (const path of [...oneOfEachKind(paths), '/search', '/subscribe', '/no-such-page']) {
    await page.goto(path)
    await expectNoViolations(page)
  }
})

/** The first path below each folder: `/posts/…`, `/tags/…`. */
function oneOfEachKind(paths: readonly string[]): string[] {
  const kinds = new Map(paths.toReversed().map((path) => [path.replace(/[^/]+$/, ''), path]))
  return [...kinds.values()]
}

/** Console errors and exceptions. */
function recordFaults(page: Page): string[] {
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  return faults
}

/** Respond to requests to other hosts, such as analytics, with an empty body: other hosts are not tested. */
async function emptyOtherHosts(page: Page, baseURL: string): Promise<void> {
  await page.route(
    (url) => !url.href.startsWith(baseURL),
    (route) => route.fulfill({ body: '' }),
  )
}

/** Expect no failed formula, no duplicate id and one main heading. */
async function expectSound(page: Page, path: string): Promise<void> {
  const { errors, duplicates, headings } = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    return {
      errors: document.querySelectorAll('.formula-error, .katex-error, [mathcolor="#cc0000"]').length,
      duplicates: ids.filter((id, index) => ids.indexOf(id) !== index),
      headings: document.querySelectorAll('h1').length,
    }
  })
  expect
    .soft({ path, errors, duplicates, headings })
    .toEqual({ path, errors: 0, duplicates: [], headings: 1 })
}

/** Expect that links to the page itself have a target. @returns paths of all internal links */
async function checkAnchors(page: Page, path: string): Promise<string[]> {
  const links = await page.locator('a[href^="/"], a[href^="#"]').evaluateAll((all) =>
    all.map((link) => {
      const { pathname, hash } = new URL((link as HTMLAnchorElement).href)
      const isHere = pathname === window.location.pathname
      const exists = !hash || document.getElementById(decodeURIComponent(hash.slice(1))) !== null
      return { pathname, hash, isDead: isHere && !exists }
    }),
  )
  const dead = links.filter(({ isDead }) => isDead).map(({ hash }) => hash)
  expect.soft(dead, `${path}: links to anchors that do not exist`).toEqual([])
  return links.map(({ pathname }) => pathname)
}

async function expectNoOverflow(page: Page, path: string, widths: readonly number[]): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    expect.soft(await findOverflow(page), `${path} at ${width} pixels`).toEqual([])
  }
}
