import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** The rules of axe that check colours. All other rules check the markup, which both themes share. */
const colourRules = ['color-contrast', 'link-in-text-block']

/** Expect that axe finds no violations in the page, in either theme. */
export async function expectNoViolations(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' })
  const light = await violations(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await violations(page, colourRules)
  expect({ light, dark }, page.url()).toEqual({ light: [], dark: [] })
}

async function violations(page: Page, rules?: string[]): Promise<string[]> {
  // KaTeX's HTML is hidden from assistive technology; its colours are those of the text, which unit tests check.
  const axe = new AxeBuilder({ page }).exclude('.katex-html')
  const { violations, passes } = await (rules ? axe.withRules(rules) : axe).analyze()
  expect(passes.length).toBeGreaterThan(rules ? 0 : 10)
  const found: string[] = []
  for (const { id, nodes } of violations)
    for (const { html, target } of nodes) {
      // axe treats a formula as empty, but browsers compute the name of the column from its MathML.
      const isFormula = await page.locator(String(target)).locator('math').count()
      if (id !== 'empty-table-header' || !isFormula) found.push(`${id}: ${html.slice(0, 160)}`)
    }
  return found
}
