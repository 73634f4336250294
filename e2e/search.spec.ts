import { expect, test } from './test'

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
    await expect(page).toHaveURL(/year=2010/)
    await expect(page.locator('.found time').first()).toContainText('2010')
    const dates = await page.locator('.found time').allInnerTexts()
    expect(dates.length).toBeGreaterThan(0)
    expect(dates.length).toBeLessThan(all)
    for (const date of dates) expect(date).toContain('2010 年')
  })

  test('an answer of several pages is walked with its filters; beyond the last stands the last', async ({
    page,
  }) => {
    await page.goto('/search')
    await page.getByRole('searchbox').fill('的')
    await page.getByLabel('所有分类').selectOption('数学研究')
    await page.getByRole('button', { name: '搜索' }).click()
    const titles = () => page.locator('.found h2').allInnerTexts()
    const status = page.getByRole('main').getByRole('status')
    await expect(status).toHaveText(/找到 \d+ 篇 · 第 1 页，共 2 页/)
    const first = await titles()
    await page.getByRole('navigation', { name: '分页' }).getByRole('link', { name: '第 2 页' }).click()
    await expect(status).toHaveText(/第 2 页，共 2 页/)
    await expect(page.getByLabel('所有分类')).toHaveValue('数学研究')
    const second = await titles()
    expect(first.filter((title) => second.includes(title))).toEqual([])
    expect(await status.innerText()).toContain(`找到 ${first.length + second.length} 篇`)
    await page.goto(page.url().replace('page=2', 'page=999999'))
    expect(await titles()).toEqual(second)
    await page.getByRole('navigation', { name: '分页' }).getByRole('link', { name: '第 1 页' }).click()
    await expect(status).toHaveText(/第 1 页，共 2 页/)
    expect(await titles()).toEqual(first)
  })
})

test('an answer is in the page once, and never in React’s payload', async ({ request }) => {
  const html = await (await request.get('/search', { params: { q: '变分' } })).text()
  // In the payload quotes are escaped.
  expect(html.match(/class=\\*"found\\*"/g)).toEqual(['class="found"'])
})

test('back from another page the answer stands there again, from wherever it came', async ({ page }) => {
  const errors: Error[] = []
  page.on('pageerror', (error) => errors.push(error))
  const main = page.getByRole('main').filter({ visible: true })
  const archive = page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '归档' })
  await page.goto('/search?q=变分')
  const titles = await main.locator('.found h2').allInnerTexts()
  expect(titles.length).toBeGreaterThan(0)
  await archive.click()
  await expect(page).toHaveURL(/\/archive$/)
  await page.goBack()
  await expect(main.locator('.found h2')).toHaveText(titles)
  // Loaded elsewhere, it comes to a page that React makes in the browser.
  await archive.click()
  await expect(page).toHaveURL(/\/archive$/)
  await page.reload()
  await page.goBack()
  await expect(page).toHaveURL(/\/search\?q=/)
  await expect(main.locator('.found h2')).toHaveText(titles)
  expect(errors).toEqual([])
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
    expect(await (await request.get('/search', { params: { q } })).text(), q).not.toMatch(
      /unfinished-proof|letter-to-2099|unlisted-errata/,
    )
  }
})

test('what is hidden is neither counted nor named among the filters', async ({ request, page }) => {
  const count = async (fields: Record<string, string>) =>
    (await (await request.get('/api/search', { params: fields })).json()).count
  for (const q of ['草稿密语', '未来密语', '未列密语']) {
    expect(await count({ q }), q).toBe(0)
    for (const filter of [{ year: '2099' }, { category: '随笔' }, { category: '数学研究' }])
      expect(await count({ q, ...filter }), q).toBe(0)
  }
  expect(await count({ q: '的', year: '2099' })).toBe(0)
  await page.goto('/search')
  const years = page.getByLabel('所有年份').getByRole('option')
  await expect(years.filter({ hasText: '2010' })).toHaveCount(1)
  await expect(years.filter({ hasText: '2099' })).toHaveCount(0)
})

test('a page such as the colophon is found as well, and by no filter', async ({ page }) => {
  await page.goto('/search?q=版式')
  await page.locator('.found').getByRole('link', { name: '版式说明' }).click()
  await expect(page).toHaveURL(/\/colophon$/)
  await page.goto('/search?q=版式说明&year=2010')
  await expect(page.getByRole('main').getByRole('status')).toHaveText('没有找到')
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

test('by keyboard alone: every stop of the dialog is seen, the page behind is out of reach', async ({
  page,
}) => {
  await page.goto('/archive')
  const opener = page.getByRole('main').getByRole('link').first()
  await opener.focus()
  await page.keyboard.press('/')
  const dialog = page.getByRole('dialog', { name: '搜索文章与公式' })
  await expect(dialog.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('变分')
  const status = dialog.getByRole('status')
  await expect(status).toHaveText(/找到 \d+ 篇/)
  await expect(dialog.getByRole('searchbox'), 'an answer takes no focus').toBeFocused()
  const stops = new Set<string>()
  for (let stop = 0; stop < 60; stop++) {
    await page.keyboard.press('Tab')
    const { name, isInside, outline } = await page.evaluate(() => {
      const element = document.activeElement ?? document.body
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      return {
        name: element.textContent || element.getAttribute('aria-label') || element.tagName,
        // Between the last stop and the first lies the browser itself.
        isInside: element === document.body || element.closest('dialog') !== null,
        outline:
          element === document.body || element.tagName === 'DIALOG' || outlineStyle !== 'none'
            ? Number.parseFloat(outlineWidth)
            : 0,
      }
    })
    expect(isInside, name).toBe(true)
    expect.soft(outline, name).toBeGreaterThanOrEqual(2)
    stops.add(name)
    if (await dialog.getByRole('searchbox').evaluate((field) => field === document.activeElement)) break
  }
  expect([...stops]).toEqual(expect.arrayContaining(['×', '在搜索页查看全部']))
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(opener, 'the reader is where they were').toBeFocused()
  await page.keyboard.press('Control+k')
  await expect(dialog.getByRole('searchbox')).toHaveValue('变分')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/search\?q=%E5%8F%98%E5%88%86$/)
  await expect(page.locator('.found > li').first()).toBeVisible()
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
