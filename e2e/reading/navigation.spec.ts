import { expect, type Page, type Request, test } from '@playwright/test'
import { leaveAndReturn } from '../support/back-forward-cache'
import { settle } from '../support/settle'

test.describe('a view transition', () => {
  const title = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 }).first()

  test('moves a title to its position in the article', async ({ page }) => {
    await page.goto('/page/2')
    const name = await title(page).evaluate((heading) => getComputedStyle(heading).viewTransitionName)
    expect(name).toMatch(/^_posts_/)
    expect(await follow(page)).toContain(name)
    const heading = page.getByRole('main').getByRole('heading', { level: 1 })
    expect(await heading.evaluate((element) => getComputedStyle(element).viewTransitionName)).toBe(name)
  })

  test('is skipped for readers who prefer reduced motion', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto('/page/2')
    expect(await follow(page)).toEqual([])
  })

  /** Follow the first title. @returns the names of the elements that moved */
  async function follow(page: Page): Promise<string[]> {
    await page.addInitScript(() => {
      const names: string[] = []
      Object.assign(window, { names })
      window.addEventListener('pagereveal', ({ viewTransition }) => {
        const moved = viewTransition?.ready.then(() => {
          for (const { effect } of document.getAnimations())
            if (effect instanceof KeyframeEffect)
              names.push(/^::view-transition-group\((.*)\)$/.exec(effect.pseudoElement ?? '')?.[1] ?? '')
          return viewTransition.finished
        })
        Object.assign(window, { moved })
      })
    })
    await title(page).getByRole('link').click()
    await expect(page).toHaveURL(/\/posts\//)
    return page.evaluate(async () => {
      const { moved, names } = window as unknown as { moved?: Promise<void>; names: string[] }
      await moved
      return names.filter((name) => name !== '')
    })
  }
})

test.describe('a link that the reader points at', () => {
  /** Record the pages that the browser prerenders or prefetches. */
  function recordSpeculations(page: Page): string[] {
    const paths: string[] = []
    page.on('request', (request: Request) => {
      if (request.headers()['sec-purpose']?.startsWith('prefetch'))
        paths.push(new URL(request.url()).pathname)
    })
    return paths
  }

  /** Leave the pointer on links for longer than browsers wait before they prerender. */
  async function pointAt(page: Page, ...selectors: string[]): Promise<void> {
    for (const selector of selectors) {
      await page.locator(selector).first().hover()
      await page.waitForTimeout(500)
    }
  }

  test('is prerendered if it leads to an article or a list, and not before', async ({ page }) => {
    const paths = recordSpeculations(page)
    await settle(page, () => page.goto('/archive'))
    expect(paths).toEqual([])
    await page.locator('main li a[href="/posts/gamma-function"]').first().hover()
    await expect.poll(() => paths).toEqual(['/posts/gamma-function'])
    await page.locator('main li a[href="/posts/gamma-function"]').click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('伽马函数：把阶乘连成一条线')
    await page.locator('nav a[href="/tags"]').first().hover()
    await expect.poll(() => paths).toEqual(['/posts/gamma-function', '/tags'])
  })

  test('is not prerendered if it leads to the same page, a file, a random article or search', async ({
    page,
  }) => {
    const paths = recordSpeculations(page)
    await page.goto('/posts/gamma-function')
    await page.getByRole('contentinfo').evaluate((footer) => {
      for (const href of ['/posts/gamma-function.md', '/feed.xml']) {
        const link = Object.assign(document.createElement('a'), { href, textContent: href })
        footer.append(link, ' ')
      }
    })
    await pointAt(
      page,
      '.prose a.reference[href^="#"]',
      'footer a[href="/random"]',
      'nav a[href="/search"]',
      'footer a[href$=".md"]',
      'footer a[href="/feed.xml"]',
    )
    expect(paths).toEqual([])
  })

  test('is not prerendered with Save-Data', async ({ page }) => {
    await page.setExtraHTTPHeaders({ 'save-data': 'on' })
    const paths = recordSpeculations(page)
    await page.goto('/archive')
    await pointAt(page, 'main li a[href="/posts/gamma-function"]')
    expect(paths).toEqual([])
  })
})

test.describe('a page that was rendered earlier', () => {
  const theme = (page: Page) => page.evaluate(() => document.documentElement.dataset.theme)

  test('shows the current theme when it is restored from the back/forward cache', async ({ page }) => {
    await page.goto('/archive')
    await page.evaluate(() => {
      localStorage.setItem('theme', 'dark')
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    })
    expect(await theme(page)).toBe('dark')
  })

  test('shows the current theme when it was prerendered', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(document, 'prerendering', { value: true })
    })
    await page.goto('/archive')
    await page.evaluate(() => {
      localStorage.setItem('theme', 'dark')
      document.dispatchEvent(new Event('prerenderingchange'))
    })
    expect(await theme(page)).toBe('dark')
  })
})

// `page-types.spec.ts` checks that the back/forward cache can store every type of page.
test('the back/forward cache cannot store a page with a pending request, which shows that its check can fail', async ({
  page,
}) => {
  await page.route('/api/search', () => {})
  await settle(page, () => page.goto('/archive'))
  await page.evaluate(() => void fetch('/api/search'))
  expect(await leaveAndReturn(page)).toEqual([expect.stringContaining('OutstandingNetworkRequest')])
})
