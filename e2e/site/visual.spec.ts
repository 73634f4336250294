import { expect, type Page, test } from '@playwright/test'
import { settle } from '../support/settle'

/*
 * Screenshots at a quarter of the size: text is grey, so that other fonts hardly make a difference, but moved columns,
 * changed colours and missing parts do. The last tests check the tolerance. After an intended change:
 * `npx playwright test e2e/site/visual.spec.ts --update-snapshots`, and look at the pictures.
 */
const pages = {
  index: '/',
  article: '/posts/cov-3-brachistochrone',
  formulas: '/posts/hundred-identities',
  code: '/posts/fast-inverse-square',
  archive: '/archive',
  series: '/series/matrix-geometry',
  tags: '/tags',
  'not-found': '/nowhere',
}
const tolerance = { scale: 'device', threshold: 0.06, maxDiffPixelRatio: 0.06 } as const

// The tests of the tolerance add styles, which the policy of pages does not allow.
test.use({ viewport: { width: 1280, height: 960 }, deviceScaleFactor: 0.25, bypassCSP: true })

for (const colorScheme of ['light', 'dark'] as const)
  for (const [name, address] of Object.entries(pages))
    test(`${name} looks as in its screenshot, in the ${colorScheme} theme`, async ({ page }) => {
      await open(page, address, colorScheme)
      await expect(page).toHaveScreenshot(`${name}-${colorScheme}.png`, tolerance)
    })

test('screenshots tolerate other fonts', async ({ page }) => {
  await open(page, pages.article)
  await page.addStyleTag({
    content:
      ':root, :lang(zh) { --font-text: "Liberation Serif", "Noto Sans CJK SC" !important; --font-ui: "Liberation Sans" !important }',
  })
  await expect(page).toHaveScreenshot('article-light.png', tolerance)
})

for (const [change, content] of Object.entries({
  'a column that moved': '.leaf { translate: 3rem 0 }',
  'text of another size': '.prose { font-size: 1.2em }',
  'a lost stylesheet': '.wide { display: block !important }',
  'another background': ':root { --color-paper: light-dark(#e6e2d8, #444) !important }',
}))
  test(`screenshots detect ${change}`, async ({ page }) => {
    await open(page, pages.article)
    await page.addStyleTag({ content })
    await expect(page).not.toHaveScreenshot('article-light.png', tolerance)
  })

async function open(page: Page, address: string, colorScheme: 'light' | 'dark' = 'light') {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await settle(page, () => page.goto(address))
}
