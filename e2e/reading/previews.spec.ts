import { expect, type Page, test } from '@playwright/test'

const article = '/posts/gamma-function'
const preview = (page: Page) => page.locator('#preview')
const inArchive = (page: Page) => page.locator(`main li a[href="${article}"]`)

/** Record the previews that a page requests. */
function recordPreviews(page: Page): string[] {
  const requested: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/previews/')) requested.push(new URL(request.url()).pathname)
  })
  return requested
}

test('pointing at a link to an article shows its title, date and beginning, and stays open under the pointer', async ({
  page,
}) => {
  await page.goto('/archive')
  await inArchive(page).hover()
  await expect(preview(page).locator('.preview-title')).toHaveText(
    (await inArchive(page).textContent()) ?? '',
  )
  await expect(preview(page).locator('time')).toBeVisible()
  await expect(preview(page).locator('.katex').first()).toBeVisible()
  await expect(preview(page).locator('[id]')).toHaveCount(0)
  await preview(page).hover()
  await expect(preview(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(preview(page)).toBeHidden()
})

test('the preview of an article is narrow, has one paragraph and does not cover the link', async ({
  page,
}) => {
  await page.goto('/archive')
  await inArchive(page).evaluate((link) => {
    // A title of several lines.
    link.textContent = (link.textContent ?? '').repeat(6)
  })
  await inArchive(page).hover()
  await expect(preview(page)).toBeVisible()
  await expect(preview(page).locator('.fragment > :visible')).toHaveCount(1)
  const [box, link] = await Promise.all([preview(page).boundingBox(), inArchive(page).boundingBox()])
  expect(box?.width).toBeLessThan(460)
  const isBelow = (box?.y ?? 0) >= (link?.y ?? 0) + (link?.height ?? 0)
  const isAbove = (box?.y ?? 0) + (box?.height ?? 0) <= (link?.y ?? 0)
  expect(isBelow || isAbove).toBe(true)
})

test('a focused link shows a preview, which closes when the link is followed', async ({ page }) => {
  await page.goto('/archive')
  await inArchive(page).evaluate((link) => {
    const before = [...document.querySelectorAll<HTMLElement>('a[href]')]
    before[before.indexOf(link as HTMLElement) - 1]?.focus()
  })
  await page.keyboard.press('Tab')
  await expect(inArchive(page)).toBeFocused()
  await expect(preview(page)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`${article}$`))
  await expect(preview(page)).toBeHidden()
})

test('moving over links requests no previews', async ({ page }) => {
  await page.goto('/archive')
  // The first preview loads the code.
  await inArchive(page).hover()
  await expect(preview(page)).toBeVisible()
  await page.locator('h1').hover()
  const requested = recordPreviews(page)
  // Dispatch events in the page, one link per frame: a real pointer could rest on a link on a busy machine.
  await page.locator('main li > a[href^="/posts/"]').evaluateAll(async (links) => {
    for (const link of links.slice(0, 8)) {
      const move = (type: string) =>
        link.dispatchEvent(
          new PointerEvent(type, { bubbles: !/enter|leave/.test(type), pointerType: 'mouse' }),
        )
      move('pointerover')
      move('pointerenter')
      await new Promise(requestAnimationFrame)
      move('pointerout')
      move('pointerleave')
    }
  })
  await page.locator('h1').hover()
  // A pending preview would be requested before the preview of this link, on which the pointer stays.
  await inArchive(page).hover()
  await expect(preview(page)).toBeVisible()
  expect(requested).toEqual([`/previews${article.slice('/posts'.length)}`])
})

test('shows no preview if the pointer leaves before the response arrives', async ({ page }) => {
  await page.goto('/archive')
  let answer = () => {}
  const answered = new Promise<void>((resolve) => {
    answer = resolve
  })
  const requested = page.waitForRequest(/\/previews\//)
  await page.route('/previews/**', async (route) => {
    await answered
    await route.continue().catch(() => {})
  })
  await inArchive(page).hover()
  const request = await requested
  const failed = page.waitForEvent('requestfailed')
  await page.locator('h1').hover()
  expect((await failed).url()).toBe(request.url())
  answer()
  await expect(preview(page)).toBeHidden()
})

test('hidden articles have no preview; other previews are revalidated with 304', async ({ request }) => {
  for (const slug of ['letter-to-2099', 'unfinished-proof', 'unlisted-errata', 'none'])
    expect((await request.get(`/previews/${slug}`)).status(), slug).toBe(404)
  const answer = await request.get('/previews/gamma-function')
  expect(answer.headers()['cache-control']).toBe('public, max-age=0, must-revalidate')
  const etag = answer.headers().etag ?? ''
  const again = await request.get('/previews/gamma-function', { headers: { 'if-none-match': etag } })
  expect(again.status()).toBe(304)
})

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } })
  const elsewhere = 'a.reference[href="/posts/wallis-and-stirling#eq-wallis"]'

  test('a tap follows a link to an article at once', async ({ page }) => {
    await page.goto('/archive')
    const requested = recordPreviews(page)
    await inArchive(page).tap()
    await expect(page).toHaveURL(new RegExp(`${article}$`))
    expect(requested).toEqual([])
  })

  for (const [what, answer] of [
    ['cannot be fetched', 'abort'],
    ['does not exist', 'fulfill'],
  ] as const)
    test(`a tap follows a reference if its preview ${what}`, async ({ page }) => {
      await page.route('/previews/**', (route) =>
        answer === 'abort' ? route.abort() : route.fulfill({ status: 404 }),
      )
      await page.goto('/posts/gamma-function')
      await page.locator(elsewhere).tap()
      await expect(page).toHaveURL(/wallis-and-stirling#eq-wallis$/)
    })

  test('a second tap follows a reference while its preview is loading', async ({ page }) => {
    await page.route('/previews/**', () => {})
    await page.goto('/posts/gamma-function')
    const requested = page.waitForRequest(/\/previews\//)
    await page.locator(elsewhere).tap()
    await requested
    await expect(page).toHaveURL(/gamma-function$/)
    await page.locator(elsewhere).tap()
    await expect(page).toHaveURL(/wallis-and-stirling#eq-wallis$/)
  })
})
