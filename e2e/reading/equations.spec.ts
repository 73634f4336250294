import { expect, type Page, test } from '@playwright/test'
import { settle } from '../support/settle'

const article = '/posts/gamma-function'
const preview = (page: Page) => page.locator('#preview')

test('numbers rows as LaTeX does, and links each number to itself', async ({ page }) => {
  await page.goto(article)
  const numbers = page.locator('.prose .numbers a')
  await expect(numbers).toHaveText(['(1)', '(2)', '(3)', '(4)', '(5a)', '(5b)', '(∗)'])
  await numbers.nth(1).click()
  await expect(page).toHaveURL(/#eq-recursion$/)
  await expect(page.locator('#eq-recursion')).toBeInViewport()
})

test('numbers theorems in the language of the article, and refers to them by name', async ({ page }) => {
  await page.goto(article)
  await expect(page.locator('.statement-head b')).toHaveText([
    ...['定义 1', '定理 2', '证明', '推论 3', '证明', '习题 4'],
  ])
  await expect(page.getByRole('link', { name: '定理 2' }).first()).toHaveAttribute('href', '#thm-bohr')
  const solution = page.locator('details.solution')
  await expect(solution.locator('p').first()).toBeHidden()
  await solution.locator('summary').click()
  await expect(solution.locator('p').first()).toBeVisible()
})

test('pointing at a reference shows a preview, which Escape and leaving close', async ({ page }) => {
  await page.goto(article)
  const reference = page.locator('a.reference[href="#eq-gamma"]').first()
  await reference.hover()
  await expect(preview(page)).toBeVisible()
  await expect(preview(page).locator('annotation')).toContainText('\\Gamma(x)=\\int_0^\\infty')
  await page.keyboard.press('Escape')
  await expect(preview(page)).toBeHidden()
  await page.locator('h1').hover()
  await reference.hover()
  await expect(preview(page)).toBeVisible()
  await page.locator('h1').hover()
  await expect(preview(page)).toBeHidden()
})

test('the preview of a reference is above its line', async ({ page }) => {
  await page.goto(article)
  const reference = page.locator('a.reference[href="#eq-gamma"]').first()
  await reference.evaluate((link) => link.scrollIntoView({ block: 'center', behavior: 'instant' }))
  await reference.hover()
  await expect(preview(page)).toBeVisible()
  const [box, link] = await Promise.all([preview(page).boundingBox(), reference.boundingBox()])
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(link?.y ?? 0)
})

test('the keyboard previews and follows a reference', async ({ page }) => {
  await page.goto(article)
  const reference = page.locator('a.reference[href="#thm-bohr"]').first()
  await reference.focus()
  await expect(preview(page)).toContainText('定理 2')
  await expect(reference).toHaveAttribute('aria-describedby', 'preview')
  await page.keyboard.press('Escape')
  await expect(preview(page)).toBeHidden()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#thm-bohr$/)
})

test('a reference into another article shows its number and its equation', async ({ page }) => {
  await page.goto(article)
  const reference = page.locator('a.reference[href="/posts/wallis-and-stirling#eq-wallis"]')
  await expect(reference).toHaveText('(8)')
  await reference.hover()
  await expect(preview(page).locator('annotation')).toContainText('\\frac\\pi2=\\lim')
  await reference.click()
  await expect(page).toHaveURL(/wallis-and-stirling#eq-wallis$/)
  await expect(page.locator('#eq-wallis')).toBeInViewport()
})

test('pointing at a citation shows the work', async ({ page }) => {
  await page.goto(article)
  const citation = page.getByRole('link', { name: '[1, 第 1 章]' })
  await citation.hover()
  await expect(preview(page)).toContainText('Special Functions[M]')
  await expect(page.getByRole('heading', { name: '参考文献' })).toBeVisible()
})

test('loads the code of previews only when the reader points at a reference', async ({ page }) => {
  const scripts: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url())
  })
  await settle(page, () => page.goto(article))
  const before = scripts.length
  await page.locator('a.reference').first().hover()
  await expect(preview(page)).toBeVisible()
  expect(scripts.length).toBeGreaterThan(before)
})

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } })

  test('the first tap shows a preview, the second follows the link, a tap elsewhere closes it', async ({
    page,
  }) => {
    await page.goto(article)
    const reference = page.locator('a.reference[href="#eq-gauss"]').first()
    await reference.tap()
    await expect(preview(page)).toBeVisible()
    expect(new URL(page.url()).hash).toBe('')
    await page.getByRole('heading', { level: 2 }).first().tap()
    await expect(preview(page)).toBeHidden()
    await reference.tap()
    await expect(preview(page)).toBeVisible()
    await reference.tap()
    await expect(page).toHaveURL(/#eq-gauss$/)
  })
})

test.describe('copying', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })
  const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

  test('a copied passage contains its formulas as TeX in dollar signs', async ({ page }) => {
    await page.goto(article)
    const text = page.getByText('为正，满足').first()
    await text.click()
    await text.selectText()
    // The code that converts formulas loads when a selection begins.
    await expect
      .poll(async () => {
        await page.keyboard.press('ControlOrMeta+c')
        return clipboard(page)
      })
      .toContain('设 $f$ 在 $(0,\\infty)$ 上为正')
  })

  test('a copied passage has displays as LaTeX accepts them, and blank lines between paragraphs', async ({
    page,
  }) => {
    await page.goto(article)
    await page.getByText('积分在零点附近').click()
    await page
      .locator('.display')
      .filter({ has: page.locator('#eq-gamma') })
      .evaluate((display) => {
        const range = document.createRange()
        range.setStartBefore(display.previousElementSibling ?? display)
        range.setEndAfter(display.nextElementSibling ?? display)
        document.dispatchEvent(new Event('selectstart'))
        document.getSelection()?.removeAllRanges()
        document.getSelection()?.addRange(range)
      })
    await expect
      .poll(async () => {
        await page.keyboard.press('ControlOrMeta+c')
        return clipboard(page)
      })
      .toMatch(/^\$x>0\$，令\n\n\\begin\{equation\}[^(]*\\Gamma\(x\).*\\end\{equation\}\n\n积分在零点附近/s)
    expect(await clipboard(page)).not.toMatch(/\$\$|\(1\)/)
  })

  test('the toolbar of an equation copies its TeX, link and citation', async ({ page }) => {
    await page.goto(article)
    const display = page.locator('.display').filter({ has: page.locator('#eq-gamma') })
    await display.hover()
    const tools = page.getByRole('toolbar', { name: '复制工具' })
    await tools.getByRole('button', { name: '复制 TeX' }).click()
    expect(await clipboard(page)).toContain('\\begin{equation}\n\\Gamma(x)=')
    await tools.getByRole('button', { name: '复制链接' }).click()
    expect(await clipboard(page)).toMatch(/gamma-function#eq-gamma$/)
    await tools.getByRole('button', { name: '引用' }).click()
    expect(await clipboard(page)).toMatch(/^沈砚\..*gamma-function#eq-gamma \(1\)$/)
  })

  test('the toolbar of a statement copies its link and citation', async ({ page }) => {
    await page.goto(article)
    await page.locator('#thm-bohr .statement-head').hover()
    const tools = page.getByRole('toolbar', { name: '复制工具' })
    await expect(tools.getByRole('button')).toHaveText(['复制链接', '引用'])
    await tools.getByRole('button', { name: '引用' }).click()
    expect(await clipboard(page)).toMatch(/^沈砚\..*gamma-function#thm-bohr 定理.2$/)
  })

  test('the keyboard reaches the toolbar', async ({ page }) => {
    await page.goto(article)
    const display = page.locator('.display').filter({ has: page.locator('#eq-gamma') })
    await display.locator('.display-body').focus()
    await expect(page.getByRole('toolbar')).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(page.locator('#eq-gamma')).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await clipboard(page)).toContain('\\Gamma(x)=')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('toolbar')).toHaveCount(0)
  })
})

test('a wide displayed formula scrolls, and its number stays visible', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 })
  await page.goto(article)
  const widths = await page.locator('.display').evaluateAll((displays) =>
    displays
      .filter((display) => display.querySelector('.numbers'))
      .map((display) => {
        const body = display.querySelector('.display-body')
        const number = display.querySelector('.numbers')?.getBoundingClientRect()
        return { scrolls: body && body.scrollWidth > body.clientWidth, right: number?.right ?? 0 }
      }),
  )
  expect(widths.some(({ scrolls }) => scrolls)).toBe(true)
  for (const { right } of widths) expect(right).toBeLessThanOrEqual(320)
})

test('screen readers read a formula once, and its links are outside of the hidden part', async ({ page }) => {
  await page.goto(article)
  expect(await page.locator('.prose [aria-hidden="true"] a:not([tabindex="-1"])').count()).toBe(0)
  expect(await page.locator('.prose .katex-mathml a, .prose math [href]').count()).toBe(0)
  await expect(page.locator('.prose .formula').first()).toHaveAttribute('translate', 'no')
})

test('responds with 404 to a preview of an unknown label', async ({ request }) => {
  expect((await request.get('/previews/gamma-function/eq-gamma')).status()).toBe(200)
  for (const anchor of ['none', 'constructor', '__proto__', '<script>'])
    expect((await request.get(`/previews/gamma-function/${anchor}`)).status(), anchor).toBe(404)
  expect((await request.get('/previews/none/eq-gamma')).status()).toBe(404)
})
