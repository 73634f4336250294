import { readReport } from '../bench/lighthouse-report'
import { pageTypes } from './page-types'
import { chromium, expect, test } from './test'

// The first installs Lighthouse.
test.describe.configure({ timeout: 240_000 })

// What does not depend on the machine's speed; `npm run lighthouse` measures that too, and budgets.spec.ts holds what it
// comes from: bytes, requests, layout shift.
const full = { accessibility: 100, 'best-practices': 100, seo: 100 } as const

for (const type of [
  'index',
  'an article with theorems and citations',
  'a series',
  'search that found something',
] as const)
  test(`Lighthouse gives 100 for accessibility, best practices and SEO: ${type}`, async ({
    baseURL,
    launchOptions,
  }) => {
    const { scores, faults } = await readReport(
      `${baseURL}${pageTypes[type]}`,
      ['accessibility', 'best-practices', 'seo'],
      launchOptions.executablePath ?? chromium.executablePath(),
    )
    expect(faults).toEqual([])
    expect(scores).toEqual(full)
  })
