import { expect, test } from '@playwright/test'

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a plain form answers with marked, typeset passages under their headings', async ({ page }) => {
    await page.goto('/search')
    await page.getByRole('searchbox').fill('最速降线')
    await page.getByRole('button', { name: '搜索' }).click()
    await expect(page.getByRole('status').filter({ hasText: '找到' })).toBeVisible()
    const first = page.locator('.found > li').first()
    await expect(first.getByRole('heading', { level: 2 })).toContainText('最速降线')
    await expect(page.locator('.found p mark').first()).toHaveText('最速降线')
    await expect(page.locator('.found .katex').first()).toBeVisible()
    await page.locator('.found h3 a').first().click()
    await expect(page.locator(':target')).toBeVisible()
  })

  test('filters narrow the answer', async ({ page }) => {
    await page.goto('/search?q=变分')
    const all = await page.locator('.found > li').count()
    await page.getByLabel('所有系列').selectOption({ label: '变分法漫谈' })
    await page.getByLabel('所有年份').selectOption('2010')
    await page.getByRole('button', { name: '搜索' }).click()
    const dates = await page.locator('.found time').allInnerTexts()
    expect(dates.length).toBeGreaterThan(0)
    expect(dates.length).toBeLessThan(all)
    for (const date of dates) expect(date).toContain('2010 年')
  })
})

test('formulas are found however they are written', async ({ request }) => {
  const ask = async (q: string) => (await request.get('/api/search', { params: { q } })).json()
  const { html, count } = await ask('\\zeta(2)')
  expect(count).toBeGreaterThan(0)
  expect(html).toMatch(/<mark><span class="katex/)
  for (const q of ['\\zeta ( 2 )', 'ζ(2)', '$\\zeta\\left({2}\\right)$'])
    expect((await ask(q)).count, q).toBe(count)
})

test('a single character is found, and a word by its beginning only', async ({ request }) => {
  const count = async (q: string) =>
    (await (await request.get('/api/search', { params: { q } })).json()).count
  expect(await count('积')).toBeGreaterThan(3)
  expect(await count('softm')).toBeGreaterThan(0)
  expect(await count('oftmax')).toBe(0)
})

test('what is hidden is not found, in title, text or tag', async ({ request }) => {
  for (const q of ['草稿密语', '未来密语', '未列密语', '未竟之作', '来信', 'e^{i\\pi}+1=0']) {
    const response = await request.get('/api/search', { params: { q } })
    const { html } = await response.json()
    for (const slug of ['unfinished-proof', 'letter-to-2099', 'unlisted-errata'])
      expect(html, q).not.toContain(slug)
    expect(response.headers()['cache-control']).toBe('no-store')
  }
})

test('Ctrl-K and / open it from anywhere; arrows and Enter lead to an article', async ({ page }) => {
  await page.goto('/archive')
  await page.keyboard.press('Control+k')
  const dialog = page.getByRole('dialog', { name: '搜索文章与公式' })
  await expect(dialog.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('正交/')
  await expect(dialog.getByRole('searchbox'), '/ is a character here').toHaveValue('正交/')
  await dialog.getByRole('searchbox').fill('最速降线')
  await expect(dialog.getByRole('status')).toHaveText(/找到 \d+ 篇/)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.keyboard.press('/')
  await expect(dialog.getByRole('searchbox')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(dialog.locator('.found h2 a').first()).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(dialog.getByRole('searchbox')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/posts\//)
})

test('the page answers as one types, says how many, and its address can be kept', async ({ page }) => {
  await page.goto('/search')
  await page.getByRole('searchbox').fill('变分')
  const status = page.getByRole('main').getByRole('status')
  await expect(status).toHaveText(/找到 \d+ 篇/)
  await expect(page).toHaveURL(/\?q=%E5%8F%98%E5%88%86/)
  const count = await page.locator('.found > li').count()
  await page.reload()
  await expect(page.locator('.found > li')).toHaveCount(count)
  await page.getByRole('searchbox').fill('没有这回事')
  await expect(status).toHaveText('没有找到')
  await expect(page.locator('.found > li')).toHaveCount(0)
})
