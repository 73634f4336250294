import { test as base, type Response } from '@playwright/test'
import { wake } from '../bench/page'

export * from '@playwright/test'

/** Times at which a navigation is over that come before a page's scripts. */
const early = new Set(['commit', 'domcontentloaded'])

/**
 * Playwright's own, with pages that are there once their scripts are: a key pressed or a pointer moved before is lost,
 * by readers on slow machines too, who try again. Waits for scripts only where a test waits for the page's `load`.
 */
export const test = base.extend({
  page: async ({ page, javaScriptEnabled }, use) => {
    if (javaScriptEnabled)
      for (const name of ['goto', 'reload', 'goBack'] as const) {
        const navigate = page[name].bind(page) as (...given: unknown[]) => Promise<Response | null>
        const ready = async (...given: unknown[]) => {
          const response = await navigate(...given)
          const options = given.at(-1)
          const until = typeof options === 'object' && options && 'waitUntil' in options && options.waitUntil
          // No response: from page to page within the document.
          const isPage = response?.headers()['content-type']?.startsWith('text/html') ?? true
          if (isPage && !early.has(String(until))) {
            await wake(page)
            await page.locator('html[data-ready]').waitFor({ state: 'attached' })
          }
          return response
        }
        Object.assign(page, { [name]: ready })
      }
    await use(page)
  },
})
