import { chromium, expect, test } from '@playwright/test'
import { readReport } from '../../bench/measure/lighthouse-report'
import { pageTypes } from '../support/page-types'

// The first test installs Lighthouse.
test.describe.configure({ timeout: 240_000 })

// These scores do not depend on the speed of the machine. `npm run lighthouse` measures performance too; budgets.spec.ts
// limits its causes: bytes, requests, layout shift.
const perfect = { accessibility: 100, 'best-practices': 100, seo: 100 } as const

for (const type of [
  'index',
  'an article with theorems and citations',
  'a series',
  'search that found something',
] as const)
  test(`scores 100 for accessibility, best practices and SEO in Lighthouse: ${type}`, {
    tag: '@slow',
  }, async ({ baseURL, launchOptions }) => {
    const { scores, faults } = await readReport(
      `${baseURL}${pageTypes[type]}`,
      ['accessibility', 'best-practices', 'seo'],
      launchOptions.executablePath ?? chromium.executablePath(),
    )
    expect(faults).toEqual([])
    expect(scores).toEqual(perfect)
  })
