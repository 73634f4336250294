import { expect, type Page, test } from '@playwright/test'
import { pageTypes } from '../support/page-types'
import { settle, waitForHydration } from '../support/settle'

declare global {
  interface Window {
    violations: string[]
  }
}

/** Record what the content security policy of a page blocks, before any script of the page runs. */
async function recordViolations(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.violations = []
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
      window.violations.push(`${effectiveDirective} ${blockedURI} ${sample}`),
    )
  })
}

const violationsOf = (page: Page) => page.evaluate(() => window.violations)

for (const [device, viewport] of Object.entries({
  desktop: { width: 1280, height: 900 },
  phone: { width: 390, height: 844 },
}))
  test(`no page type violates its security policy, on a ${device}`, async ({ page }) => {
    test.setTimeout(120_000)
    await page.setViewportSize(viewport)
    await recordViolations(page)
    for (const [name, address] of Object.entries(pageTypes)) {
      const response = await settle(page, () => page.goto(address))
      expect(response?.headers()['content-security-policy'], name).toContain("default-src 'none'")
      expect(await violationsOf(page), name).toEqual([])
    }
  })

test('nothing that a reader does violates the policy', async ({ page }) => {
  await recordViolations(page)
  await page.goto('/posts/gamma-function')
  await page.locator('.prose a.reference').first().hover()
  await expect(page.locator('.preview')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.locator('.theme-switch').click()
  await page.locator('.display, .framed').first().hover()
  await expect(page.getByRole('toolbar')).toBeVisible()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('searchbox').fill('变分')
  await expect(page.getByRole('dialog').locator('.search-results a').first()).toBeVisible()
  expect(await violationsOf(page)).toEqual([])
  await page.goto('/archive')
  await page.locator('main a[href^="/posts/"]').first().hover()
  await expect(page.locator('.preview')).toBeVisible()
  expect(await violationsOf(page)).toEqual([])
  for (const slug of ['matrix-1-determinant', 'monte-carlo-pi', 'wallis-and-stirling', 'logistic-map']) {
    await page.goto(`/posts/${slug}`)
    if ((await page.locator('[data-component]').count()) > 0) await waitForHydration(page)
    expect(await violationsOf(page), slug).toEqual([])
  }
  await page.getByRole('slider').fill('3.9')
  await page.locator('.prose img').first().click()
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await violationsOf(page)).toEqual([])
})

test('a script that is not in the policy is blocked, and reported', async ({ page }) => {
  await recordViolations(page)
  await page.route('/archive', async (route) => {
    const response = await route.fetch()
    const headers = response.headers()
    const policy = headers['content-security-policy']?.replace(/'sha256-[^']*'/, "'sha256-AAAA'") ?? ''
    await route.fulfill({ response, headers: { ...headers, 'content-security-policy': policy } })
  })
  await page.goto('/archive')
  await expect.poll(() => violationsOf(page)).toEqual([expect.stringMatching(/^script-src-elem inline/)])
})

test('every response has the security headers', async ({ request }) => {
  for (const address of [
    '/',
    '/feed.xml',
    '/nowhere',
    '/gone',
    '/api/health',
    '/posts/basel-problem.md',
    '/%E0%A4%A',
  ]) {
    const headers = (await request.get(address)).headers()
    expect(headers['x-content-type-options'], address).toBe('nosniff')
    expect(headers['referrer-policy'], address).toBe('strict-origin-when-cross-origin')
    expect(headers['cross-origin-opener-policy'], address).toBe('same-origin')
    expect(headers['permissions-policy'], address).toContain('camera=()')
  }
})
