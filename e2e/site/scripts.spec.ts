import { type APIRequestContext, expect, type Page, test } from '@playwright/test'

import { settle, waitForHydration } from '../support/settle'

const article = '/posts/gamma-function'
const articleWithComponent = '/posts/logistic-map'

/** Record the paths of the scripts that a page requests. */
function recordScripts(page: Page): string[] {
  const paths: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'script') paths.push(new URL(request.url()).pathname)
  })
  return paths
}

/** Delay the scripts whose URL matches until the returned function is called. */
async function holdBack(page: Page, address: RegExp): Promise<() => void> {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(address, async (route) => {
    await released
    await route.continue()
  })
  return release
}

/** Read a page from the cache: the first request may render it, the second reads it. */
async function readCached(request: APIRequestContext, address: string): Promise<string> {
  await request.get(address)
  return (await request.get(address)).text()
}

test('an article without components loads the entry script only, and prefetches nothing', async ({
  page,
  request,
}) => {
  await request.get(article)
  const scripts = recordScripts(page)
  await settle(page, () => page.goto(article))
  expect(scripts).toEqual([expect.stringMatching(/^\/_next\/static\/chunks\/browser\/entry-\w+\.js$/)])
  await expect(page.locator('link[rel=prefetch], link[rel=modulepreload]')).toHaveCount(0)
})

test('a cached page without components contains one inline script, which restores the theme', async ({
  request,
}) => {
  for (const address of ['/page/2', article, '/archive', '/series/matrix-geometry', '/nowhere']) {
    const html = await readCached(request, address)
    const inline = [...html.matchAll(/<script(?![^>]*(?:\bsrc=|ld\+json))[^>]*>([^<]*)/g)].map(
      ([, text]) => text,
    )
    expect(inline, address).toEqual([expect.stringContaining('localStorage.theme')])
  }
  expect(await readCached(request, articleWithComponent)).toContain('self.__next_f.push')
})

test('scripts are immutable, and sent as the build compressed them', async ({ request }) => {
  const html = await (await request.get(article)).text()
  const [entry = ''] = /\/_next\/static\/chunks\/browser\/entry-\w+\.js/.exec(html) ?? []
  for (const encoding of ['br', 'gzip']) {
    const response = await request.get(entry, { headers: { 'accept-encoding': encoding } })
    const headers = response.headers()
    expect(headers['cache-control']).toContain('immutable')
    expect(headers['content-type']).toContain('javascript')
    expect(headers['content-encoding']).toBe(encoding)
    expect(headers.vary).toContain('Accept-Encoding')
  }
  const plain = await request.get(entry, { headers: { 'accept-encoding': 'identity' } })
  expect(plain.headers()['content-encoding']).toBeUndefined()
  expect(await plain.text()).toContain('import(')
})

test('a page with a component loads React only when the component is near', async ({ page }) => {
  const scripts = recordScripts(page)
  await settle(page, () => page.goto('/'))
  expect(scripts).toHaveLength(2)
  await page
    .locator('[data-component]')
    .first()
    .evaluate((component) => component.scrollIntoView())
  await page.locator('[data-component] > *').first().scrollIntoViewIfNeeded()
  await expect.poll(() => scripts.length).toBeGreaterThan(5)
})

test('React makes a component interactive, without a hydration error', async ({ page }) => {
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  const scripts = recordScripts(page)
  await page.goto(articleWithComponent)
  await waitForHydration(page)
  expect(scripts.length).toBeGreaterThan(5)
  await page.getByRole('slider').fill('3.9')
  await expect(page.locator('.prose label')).toHaveText('r = 3.90')
  expect(errors).toEqual([])
})

test('hydration keeps what scripts changed in the page before, without an error', async ({ page }) => {
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  const release = await holdBack(page, /\/_next\/static\/chunks\/(?!load-next|browser\/).*\.js/)
  await page.goto(articleWithComponent)
  await page.locator('.theme-switch').click()
  await page.locator('.display, .framed').first().hover()
  await expect(page.getByRole('toolbar')).toBeVisible()
  release()
  await waitForHydration(page)
  await page.getByRole('slider').fill('3.9')
  await expect(page.locator('.prose label')).toHaveText('r = 3.90')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await expect(page.locator('.prose .katex').first()).toBeVisible()
  expect(errors).toEqual([])
})

test('an action takes effect after the script that handles it has loaded', async ({ page }) => {
  const release = await holdBack(page, /\/browser\/(keys|keys-help|search|theme)-/)
  await page.goto(article)
  await page.keyboard.press('t')
  await page.keyboard.press('t')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  release()
  await expect(page.getByRole('dialog').getByRole('searchbox')).toBeFocused()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('the search shortcut opens the search page if its script cannot be loaded', async ({ page }) => {
  await page.route(/\/browser\/search-/, (route) => route.abort())
  await page.goto(article)
  await page.keyboard.press('Control+k')
  await expect(page).toHaveURL(/\/search$/)
})

test('a click on a button or a link acts once', async ({ page }) => {
  await page.goto('/')
  const theme = () => page.evaluate(() => document.documentElement.dataset.theme)
  await page.locator('.theme-switch').click()
  await expect.poll(theme).toBe('light')
  await page.locator('.theme-switch').click()
  await expect.poll(theme).toBe('dark')
  const visited: string[] = []
  page.on('framenavigated', (frame) => visited.push(new URL(frame.url()).pathname))
  const link = page.locator('article h2 a').first()
  const address = (await link.getAttribute('href')) ?? ''
  await link.click()
  await expect(page).toHaveURL(new RegExp(`${address}$`))
  expect(visited).toEqual([address])
})

test('Next shows its error in the browser if the server could not render a page', async ({ page }) => {
  const scripts = recordScripts(page)
  await page.route(articleWithComponent, async (route) => {
    const response = await route.fetch()
    // Next marks such a page with this id.
    const body = (await response.text())
      .replace('<html ', '<html id="__next_error__" ')
      .replaceAll('data-component', 'data-none')
    await route.fulfill({ response, body })
  })
  await page.goto(articleWithComponent)
  await expect.poll(() => scripts.length).toBeGreaterThan(5)
})
