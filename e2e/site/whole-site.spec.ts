import { expect, test } from '@playwright/test'
import { readSitemap } from '../support/sitemap'

test('the sitemap of the sample lists all pages', async ({ request }) => {
  expect((await readSitemap(request)).length).toBeGreaterThan(60)
})
