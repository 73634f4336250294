import { expect, type Page, test } from '@playwright/test'

// The tests change the content of an article, because no article depends on where paper breaks.

/** An article whose displays have numbers, one of them with several rows. */
const article = '/posts/gamma-function'

/** Width of the text of an A4 page in pixels: 166 mm. */
const paperWidth = 627
/** Height of the text of an A4 page in millimetres. */
const paperHeight = 247

test('a display that is wider than the page is clear of its number', async ({ page }) => {
  await page.goto(article)
  const names = await page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('.prose .display:has(> .numbers)')]
    const rows = all.find((display) => display.querySelector('.mtable'))
    const line = all.find((display) => !display.querySelector('.mtable'))
    // An environment becomes three times as wide, by its columns; another formula five times as wide, by its parts.
    const repeated = { rows: rows?.querySelector('.mtable'), line: line?.querySelector('.katex-html') }
    for (const [name, parent] of Object.entries(repeated)) {
      const parts = [...(parent?.children ?? [])]
      for (let copies = name === 'rows' ? 2 : 4; copies > 0; copies--)
        parent?.append(...parts.map((part) => part.cloneNode(true)))
    }
    rows?.setAttribute('data-test', 'rows')
    line?.setAttribute('data-test', 'line')
    dispatchEvent(new Event('beforeprint'))
    return Object.entries(repeated).flatMap(([name, parent]) => (parent ? name : []))
  })
  expect(names).toEqual(['rows', 'line'])
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: paperWidth, height: 900 })
  for (const name of names) {
    const { right, number, width } = await page.locator(`[data-test=${name}]`).evaluate((display) => {
      const parts = [...display.querySelectorAll('.katex-html > .katex-base')]
      const [tag] = display.querySelectorAll('.numbers a')
      return {
        right: Math.max(...parts.map((part) => part.getBoundingClientRect().right)),
        width: parts.reduce((sum, part) => sum + part.getBoundingClientRect().width, 0),
        number: tag?.getBoundingClientRect().left ?? 0,
      }
    })
    expect(width, name).toBeGreaterThan(paperWidth / 2)
    expect(right, name).toBeLessThan(number)
  }
})

test('a heading is on the page of the block after it, and not of all displays after that', async ({
  page,
}) => {
  await page.goto(article)
  const part = (share: number) => share * paperHeight
  // Together, heading and displays fill a page. The heading and one of them fit on the first.
  expect(await countPages(page, part(0.55), part(0.05), [part(0.3), part(0.3), part(0.3)], part(0.3))).toBe(2)
  // Only the heading fits on the first page.
  expect(await countPages(page, part(0.85), part(0.1), [part(0.3)], part(0.65))).toBe(3)
})

/** Print blocks of these heights: a paragraph, a heading, displays, a paragraph. */
async function countPages(
  page: Page,
  ...heights: [before: number, heading: number, displays: number[], after: number]
): Promise<number> {
  await page.evaluate(([before, heading, displays, after]) => {
    const create = (tagName: string, height: number, className = '') => {
      const element = document.createElement(tagName)
      element.className = className
      element.style.cssText = `height: ${height}mm; margin: 0; padding: 0; overflow: hidden; break-inside: avoid`
      element.textContent = 'x'
      return element
    }
    document
      .querySelector('article > .prose')
      ?.replaceChildren(
        create('p', before),
        create('h2', heading),
        ...displays.map((height) => create('span', height, 'display')),
        create('p', after),
      )
    for (const other of document.querySelectorAll('article > :not(.prose)')) other.remove()
  }, heights)
  const pdf = await page.pdf({ preferCSSPageSize: true })
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}
