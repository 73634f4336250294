import { readSitemap } from './sitemap'
import { expect, test } from './test'

test('no page has a failed formula, an error in the console, an id twice or a request to another host', async ({
  page,
  request,
  baseURL,
}) => {
  test.setTimeout(10 * 60_000)
  let path = ''
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${path}: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`${path}: ${error.message}`))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(baseURL ?? '') && !url.startsWith('data:')) faults.push(`${path}: asked ${url}`)
  })
  const paths = await readSitemap(request)
  expect(paths.length).toBeGreaterThan(60)
  for (path of [...paths, '/page/2', '/page/3']) {
    await page.goto(path)
    const { errors, twice, headings } = await page.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
      return {
        errors: document.querySelectorAll('.formula-error, .katex-error, [mathcolor="#cc0000"]').length,
        twice: ids.filter((id, index) => ids.indexOf(id) !== index),
        headings: document.querySelectorAll('h1').length,
      }
    })
    expect.soft({ path, errors, twice, headings }).toEqual({ path, errors: 0, twice: [], headings: 1 })
  }
  expect(faults).toEqual([])
})

test('a page that is missing goes on saying so once its scripts are there', async ({ page }) => {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto('/nowhere')
  await expect(page.locator('h1')).toHaveText('没有这一页')
  expect(faults).toEqual([])
})

test('no page scrolls sideways on a phone', async ({ page, request }) => {
  test.setTimeout(10 * 60_000)
  for (const path of [...(await readSitemap(request)), '/page/2', '/nowhere']) {
    await page.goto(path)
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 800 })
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect.soft(overflow, `${path} is wider than ${width} pixels`).toBeLessThanOrEqual(0)
    }
  }
})

test('every link within the site leads somewhere', async ({ page, request }) => {
  test.setTimeout(10 * 60_000)
  const links = new Set<string>()
  for (const path of await readSitemap(request)) {
    await page.goto(path, { waitUntil: 'domcontentloaded' })
    const found = await page.locator('a[href^="/"], a[href^="#"]').evaluateAll((all) =>
      all.map((link) => {
        const { pathname, hash } = new URL((link as HTMLAnchorElement).href)
        return {
          pathname,
          hash,
          exists: !hash || document.getElementById(decodeURIComponent(hash.slice(1))) !== null,
        }
      }),
    )
    for (const { pathname, hash, exists } of found) {
      if (hash && pathname === new URL(page.url()).pathname)
        expect.soft(exists, `${path} → ${hash}`).toBe(true)
      links.add(pathname)
    }
  }
  for (const link of links) {
    const response = await request.get(link, { maxRedirects: 0 })
    expect.soft([200, 307], `${link} answers ${response.status()}`).toContain(response.status())
  }
})
