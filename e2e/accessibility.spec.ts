import AxeBuilder from '@axe-core/playwright'
import { type APIRequestContext, expect, type Page, test } from '@playwright/test'

// Twelve pages a test, each looked through whole: on a busy machine that takes its time.
test.describe.configure({ timeout: 240_000 })

// One page of each type.
const addresses = [
  '/',
  '/page/2',
  '/posts/logistic-map',
  '/posts/fourier-3-uncertainty',
  '/posts/matrix-2-svd',
  '/archive',
  '/tags',
  '/series',
  '/about',
  '/search?q=变分',
  '/no-such-page',
]

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing to mend on any type of page, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.goto('/')
    for (const address of [...addresses, ...(await findPages(page.request))]) {
      await page.goto(address, { waitUntil: 'networkidle' })
      const axe = new AxeBuilder({ page })
      // The corner of a table with heads on two sides is empty, and axe reads no formula in a head.
      if (colorScheme === 'light') axe.disableRules('empty-table-header')
      // The dark theme differs in its colours alone.
      else axe.withRules('color-contrast')
      const { violations, passes } = await axe.analyze()
      expect(passes.length, address).toBeGreaterThan(0)
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.length} × ${nodes[0]?.html.slice(0, 160)}`,
      )
      expect.soft(found, address).toEqual([])
    }
  })
}

/** A tag, a category and a series: whichever the site lists. */
async function findPages(request: APIRequestContext): Promise<string[]> {
  const pages = new Map<string, string>()
  for (const list of ['/tags', '/series', '/posts/logistic-map']) {
    const html = await (await request.get(list)).text()
    for (const [, address, kind] of html.matchAll(/href="(\/(tags|series|categories)\/[^"/]+)"/g))
      if (address && kind) pages.set(kind, address)
  }
  expect([...pages.keys()].sort()).toEqual(['categories', 'series', 'tags'])
  return [...pages.values()]
}

const widest = [
  '/',
  '/posts/fourier-3-uncertainty',
  '/posts/logistic-map',
  '/archive',
  '/tags',
  '/series',
  '/search?q=\\int',
]

test('nothing scrolls sideways at 320 px, nor with the text spaced as WCAG 1.4.12 allows readers to', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 })
  for (const address of widest) {
    await page.goto(address, { waitUntil: 'networkidle' })
    expect.soft(await overflow(page), address).toBeLessThanOrEqual(0)
    await page.addStyleTag({
      content:
        '*:not(.katex *) { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    })
    expect.soft(await overflow(page), `${address}, spaced`).toBeLessThanOrEqual(0)
  }
})

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

for (const forcedColors of ['none', 'active'] as const) {
  test(`by keyboard alone every stop shows its focus, forced colours ${forcedColors}`, async ({ page }) => {
    await page.emulateMedia({ forcedColors })
    await page.goto('/posts/fourier-3-uncertainty', { waitUntil: 'networkidle' })
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused()
    for (let stop = 0; stop < 20; stop++) {
      const { name, outline, visible } = await page.evaluate(() => {
        const element = document.activeElement ?? document.body
        const { outlineStyle, outlineWidth } = getComputedStyle(element)
        const { width, height } = element.getBoundingClientRect()
        return {
          name: element.outerHTML.slice(0, 120),
          outline: outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth),
          visible: element !== document.body && width > 0 && height > 0,
        }
      })
      expect.soft(visible, name).toBe(true)
      expect.soft(outline, name).toBeGreaterThanOrEqual(2)
      await page.keyboard.press('Tab')
    }
  })
}
