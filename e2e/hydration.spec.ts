import { wake } from '../bench/page'
import { expect, type Page, test } from './test'

/** A page as it is before its reader does anything: `test` touches a page that it goes to. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'domcontentloaded' })
  await page.waitForLoadState('load')
}

const isReady = (page: Page) => page.evaluate(() => document.documentElement.matches('[data-ready]'))
const article = '/posts/gamma-function'

test('React waits for the reader, and is at hand then', async ({ page }) => {
  await open(page, article)
  await page.waitForFunction(() => {
    const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel=prefetch]')]
    return links.length > 0 && links.every(({ href }) => performance.getEntriesByName(href).length > 0)
  })
  expect(await isReady(page)).toBe(false)
  const started = await page.evaluate(
    () => [...document.scripts].map(({ src }) => src).filter(Boolean).length,
  )
  // What is fetched from here on is asked of the browser's cache.
  await page.evaluate(() => performance.clearResourceTimings())
  await wake(page)
  await page.locator('html[data-ready]').waitFor({ state: 'attached' })
  const scripts = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry): entry is PerformanceResourceTiming => 'transferSize' in entry)
      .filter(({ name }) => name.endsWith('.js'))
      .map(({ name, transferSize }) => ({ name, transferSize })),
  )
  expect(scripts.length).toBeGreaterThan(started)
  expect(scripts.filter(({ transferSize }) => transferSize > 0)).toEqual([])
})

test('the first key is answered', async ({ page }) => {
  await open(page, article)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
})

test('Ctrl-K is ours from the first time on', async ({ page }) => {
  await open(page, article)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('searchbox')).toBeFocused()
})

test('where React cannot be loaded, what browsers do by themselves they do', async ({ page }) => {
  const isStarter = (url: string) => url.includes('/start-')
  await page.route('**/*.js', (route, request) =>
    isStarter(request.url()) ? route.continue() : route.abort(),
  )
  await open(page, article)
  await page.keyboard.press('Control+k')
  const isTaken = () =>
    page.evaluate(() => {
      const press = new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true, cancelable: true })
      return !document.body.dispatchEvent(press)
    })
  await expect.poll(isTaken).toBe(false)
})

test('the first click on a button presses it once', async ({ page }) => {
  await open(page, article)
  const theme = () => page.evaluate(() => document.documentElement.dataset.theme)
  expect(await theme()).toBeUndefined()
  await page.locator('.theme-switch').click()
  await expect.poll(theme).toBe('light')
  await page.locator('.theme-switch').click()
  await expect.poll(theme).toBe('dark')
})

test('the first click on a link follows it once', async ({ page }) => {
  await open(page, '/')
  const visited: string[] = []
  page.on('framenavigated', (frame) => visited.push(new URL(frame.url()).pathname))
  const link = page.locator('article h2 a').first()
  const title = await link.innerText()
  const address = await link.getAttribute('href')
  await link.dispatchEvent('click')
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(visited.filter((path) => path === address)).toHaveLength(1)
})

test('a link that is pointed at first shows its preview', async ({ page }) => {
  await open(page, article)
  await page.locator('.prose a.reference').first().hover()
  await expect(page.locator('#preview')).toBeVisible()
})

test('the first letter in the search field is answered', async ({ page }) => {
  await open(page, '/search')
  await page.getByRole('searchbox').fill('变')
  await expect(page.locator('.found > li').first()).toBeVisible()
})

test('who comes back to an article is offered to go on, before anything is touched', async ({ page }) => {
  await page.goto(article)
  await page
    .locator('.contents-list a')
    .last()
    .evaluate(({ hash }: HTMLAnchorElement) => {
      localStorage.setItem('places', JSON.stringify([[location.pathname, hash]]))
    })
  await page.goto('/archive')
  await open(page, article)
  await expect(page.locator('.resume')).toBeVisible()
})

test('what the server could not draw is drawn without a touch', async ({ page }) => {
  await page.route(article, async (route) => {
    const response = await route.fetch()
    // Next's mark of a page that failed on the server.
    const body = (await response.text()).replace('<html ', '<html id="__next_error__" ')
    await route.fulfill({ response, body })
  })
  await open(page, article)
  await expect(page.locator('html[data-ready]')).toBeAttached()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})
