import { expect, type Page, test } from './test'

const article = '/posts/gamma-function'
const preview = (page: Page) => page.locator('#preview')
const inArchive = (page: Page) => page.locator(`main li a[href="${article}"]`)

/** Addresses of previews that a page asks for. */
function watchRequests(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/previews/')) asked.push(new URL(request.url()).pathname)
  })
  return asked
}

test('pointing at a link to an article shows its title, date and typeset opening; one may point into it', async ({
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

test('a focused link shows it too; what follows the link closes it', async ({ page }) => {
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

test('passing over links asks for nothing', async ({ page }) => {
  await page.goto('/archive')
  // The code is loaded with the first.
  await inArchive(page).hover()
  await expect(preview(page)).toBeVisible()
  await page.locator('h1').hover()
  const asked = watchRequests(page)
  const links = page.locator('main li > a[href^="/posts/"]')
  for (let index = 0; index < 8; index++) await links.nth(index).hover()
  await page.locator('h1').hover()
  // Were one still waiting, it would ask before this one, at which the pointer stays.
  await inArchive(page).hover()
  await expect(preview(page)).toBeVisible()
  expect(asked).toEqual([`/previews${article.slice('/posts'.length)}`])
})

test('who has left before the answer came is shown nothing', async ({ page }) => {
  await page.goto('/archive')
  let answer = () => {}
  const answered = new Promise<void>((resolve) => {
    answer = resolve
  })
  const asked = page.waitForRequest(/\/previews\//)
  await page.route('/previews/**', async (route) => {
    await answered
    await route.continue().catch(() => {})
  })
  await inArchive(page).hover()
  const request = await asked
  const failed = page.waitForEvent('requestfailed')
  await page.locator('h1').hover()
  expect((await failed).url()).toBe(request.url())
  answer()
  await expect(preview(page)).toBeHidden()
})

test('what is hidden has no preview; the others are asked for anew and answered 304', async ({ request }) => {
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
    const asked = watchRequests(page)
    await inArchive(page).tap()
    await expect(page).toHaveURL(new RegExp(`${article}$`))
    expect(asked).toEqual([])
  })

  for (const [what, answer] of [
    ['cannot be fetched', 'abort'],
    ['is not there', 'fulfill'],
  ] as const)
    test(`a tap on a reference whose preview ${what} follows it`, async ({ page }) => {
      await page.route('/previews/**', (route) =>
        answer === 'abort' ? route.abort() : route.fulfill({ status: 404 }),
      )
      await page.goto('/posts/gamma-function')
      await page.locator(elsewhere).tap()
      await expect(page).toHaveURL(/wallis-and-stirling#eq-wallis$/)
    })

  test('a second tap follows a reference while its preview is still on the way', async ({ page }) => {
    await page.route('/previews/**', () => {})
    await page.goto('/posts/gamma-function')
    const asked = page.waitForRequest(/\/previews\//)
    await page.locator(elsewhere).tap()
    await asked
    await expect(page).toHaveURL(/gamma-function$/)
    await page.locator(elsewhere).tap()
    await expect(page).toHaveURL(/wallis-and-stirling#eq-wallis$/)
  })
})
