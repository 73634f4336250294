import { expect, type Page, type Request } from '@playwright/test'

/**
 * Navigate and wait until the page is complete: it is loaded, its fonts are ready, the browser is idle, and every request
 * that it started has finished.
 *
 * @param navigate opens the page: `() => page.goto('/')`
 */
export async function settle<T>(page: Page, navigate: () => Promise<T>): Promise<T> {
  const pending = new Set<Request>()
  let started = 0
  const start = (request: Request) => {
    started++
    pending.add(request)
  }
  const end = (request: Request) => pending.delete(request)
  page.on('request', start)
  page.on('requestfinished', end)
  page.on('requestfailed', end)
  try {
    const result = await navigate()
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    // The idle browser may start requests, such as those of React: check again until it starts none.
    await expect
      .poll(async () => {
        const before = started
        await page.evaluate(
          () => new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 1_000 })),
        )
        return pending.size + (started - before)
      })
      .toBe(0)
    return result
  } finally {
    page.off('request', start)
    page.off('requestfinished', end)
    page.off('requestfailed', end)
  }
}

/** Scroll to the first component of a page and wait until React has hydrated it. */
export async function waitForHydration(page: Page): Promise<void> {
  await page.locator('[data-component] > *').first().scrollIntoViewIfNeeded()
  await page.waitForFunction(() => {
    const element = document.querySelector('[data-component] > *')
    return element !== null && Object.keys(element).some((key) => key.startsWith('__reactFiber$'))
  })
}
