import { expect, test } from '@playwright/test'
import { findOverflow, textSpacing } from '../support/overflow'
import { pageTypes } from '../support/page-types'
import { readSitemap } from '../support/sitemap'

test('the sitemap of the sample lists all pages', async ({ request }) => {
  expect((await readSitemap(request)).length).toBeGreaterThan(60)
})

test('pages of each type fit windows of all widths, with the text spacing of a reader, and use no other host', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(5 * 60_000)
  const others: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(baseURL ?? '') && !url.startsWith('data:')) others.push(url)
  })
  for (const path of Object.values(pageTypes)) {
    await page.goto(path)
    for (const width of [1280, 768, 640, 390, 320]) {
      await page.setViewportSize({ width, height: 800 })
      expect.soft(await findOverflow(page), `${path} at ${width} pixels`).toEqual([])
    }
    await page.addStyleTag({ content: textSpacing })
    expect.soft(await findOverflow(page), `${path} with text spacing`).toEqual([])
  }
  expect(others).toEqual([])
})
