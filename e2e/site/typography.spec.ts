import { expect, type Page, test } from '@playwright/test'
import config from '../../playwright.config'

// Scroll bars take room, as in Firefox and on Windows.
test.use({ launchOptions: { ...config.use?.launchOptions, ignoreDefaultArgs: ['--hide-scrollbars'] } })

for (const width of [412, 1280])
  test(`formulas and paragraphs that fit have no scroll bars in a window of ${width} pixels`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 })
    for (const slug of ['gamma-function', 'cov-2-euler-lagrange', 'basel-problem']) {
      await page.goto(`/posts/${slug}`)
      expect(await overflowing(page), slug).toEqual([])
    }
  })

/** Parts that scroll by a few pixels only: their content fits. */
function overflowing(page: Page): Promise<string[]> {
  return page.locator('.display-body, .prose :is(p, ul, ol)').evaluateAll((parts) => {
    const isSmall = (pixels: number) => pixels > 0 && pixels < 6
    return parts
      .filter((part) => isSmall(part.scrollWidth - part.clientWidth))
      .filter((part) => getComputedStyle(part).overflowX !== 'visible')
      .map(({ textContent }) => textContent ?? '')
  })
}

test('straight quotation marks, apostrophes and primes are not from the font of formulas', async ({
  page,
}) => {
  await page.goto('/posts/why-entropy')
  const widths = await page.locator('.prose').evaluate((prose) => {
    const measure = (text: string, family: string) => {
      const span = document.createElement('span')
      span.style.cssText = `position:absolute;font:40px ${family}`
      span.textContent = text.repeat(20)
      prose.append(span)
      const { width } = span.getBoundingClientRect()
      span.remove()
      return width
    }
    return ['"', "'", '\u2032', '\u2033', 'a', '\u201c'].map(
      (text) => measure(text, 'Prose, monospace') === measure(text, 'monospace'),
    )
  })
  expect(widths).toEqual([true, true, true, true, false, false])
})

test('a line under a link continues under its formula', async ({ page }) => {
  await page.goto('/posts/gamma-function')
  const line = await page
    .locator('.prose p:has(> .formula)')
    .first()
    .evaluate((paragraph) => {
      const link = document.createElement('a')
      link.href = '/about'
      link.append(...paragraph.childNodes)
      paragraph.append(link)
      const { borderBottomStyle, textDecorationLine } = getComputedStyle(link)
      return [borderBottomStyle, textDecorationLine]
    })
  expect(line).toEqual(['solid', 'none'])
})
