import { expect, type Page, test } from './test'

const article = '/posts/gamma-function'
const preview = (page: Page) => page.locator('#preview')

test('rows are numbered as in LaTeX, and each number is a link to itself', async ({ page }) => {
  await page.goto(article)
  const numbers = page.locator('.prose .numbers a')
  await expect(numbers).toHaveText(['(1)', '(2)', '(3)', '(4)', '(5a)', '(5b)', '(∗)'])
  await numbers.nth(1).click()
  await expect(page).toHaveURL(/#eq-recursion$/)
  await expect(page.locator('#eq-recursion')).toBeInViewport()
})

test('theorems are numbered in the language of the article and referred to by name', async ({ page }) => {
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

test('pointing at a reference shows the equation in place; Escape and leaving close it', async ({ page }) => {
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

test('a reference is previewed and followed by keyboard', async ({ page }) => {
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

test('a citation shows the work', async ({ page }) => {
  await page.goto(article)
  const citation = page.getByRole('link', { name: '[1, 第 1 章]' })
  await citation.hover()
  await expect(preview(page)).toContainText('Special Functions[M]')
  await expect(page.getByRole('heading', { name: '参考文献' })).toBeVisible()
})

test('a page that nobody points at loads no code for previews', async ({ page }) => {
  const scripts: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url())
  })
  await page.goto(article, { waitUntil: 'networkidle' })
  const before = scripts.length
  await page.locator('a.reference').first().hover()
  await expect(preview(page)).toBeVisible()
  expect(scripts.length).toBeGreaterThan(before)
})

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } })

  test('a first tap shows, a second follows the link, a tap elsewhere closes', async ({ page }) => {
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

  test('a passage gives its formulas as TeX in dollars', async ({ page }) => {
    await page.goto(article)
    const text = page.getByText('为正，满足').first()
    await text.click()
    await text.selectText()
    // The code that writes TeX is loaded when a selection begins.
    await expect
      .poll(async () => {
        await page.keyboard.press('ControlOrMeta+c')
        return clipboard(page)
      })
      .toContain('设 $f$ 在 $(0,\\infty)$ 上为正')
  })

  test('an equation gives its TeX, its link and its citation', async ({ page }) => {
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

  test('a statement gives its link and its citation', async ({ page }) => {
    await page.goto(article)
    await page.locator('#thm-bohr .statement-head').hover()
    const tools = page.getByRole('toolbar', { name: '复制工具' })
    await expect(tools.getByRole('button')).toHaveText(['复制链接', '引用'])
    await tools.getByRole('button', { name: '引用' }).click()
    expect(await clipboard(page)).toMatch(/^沈砚\..*gamma-function#thm-bohr 定理.2$/)
  })

  test('the tools are reached by keyboard', async ({ page }) => {
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

test('a wide display scrolls inside itself while its number stays in sight', async ({ page }) => {
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

test('formulas are read once: the links beside them are outside of what is hidden', async ({ page }) => {
  await page.goto(article)
  expect(await page.locator('.prose [aria-hidden="true"] a:not([tabindex="-1"])').count()).toBe(0)
  expect(await page.locator('.prose .katex-mathml a, .prose math [href]').count()).toBe(0)
  await expect(page.locator('.prose .formula').first()).toHaveAttribute('translate', 'no')
})

test('a preview of what is no label is not found', async ({ request }) => {
  expect((await request.get('/previews/gamma-function/eq-gamma')).status()).toBe(200)
  for (const anchor of ['none', 'constructor', '__proto__', '%2e%2e', '<script>'])
    expect((await request.get(`/previews/gamma-function/${anchor}`)).status(), anchor).toBe(404)
  expect((await request.get('/previews/none/eq-gamma')).status()).toBe(404)
})
