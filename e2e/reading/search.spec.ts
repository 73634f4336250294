import { expect, test } from '@playwright/test'

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a plain form shows passages with marked matches and formulas under their headings', async ({
    page,
  }) => {
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

  test('filters narrow the results', async ({ page }) => {
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

  test('the pager keeps the filters, and a page past the last shows the last', async ({ page }) => {
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

test('traditional Chinese finds simplified', async ({ page }) => {
  await page.goto('/search?q=最速降線')
  await expect(page.locator('.found p mark').first()).toHaveText('最速降线')
})

test('a search without results suggests articles with similar titles', async ({ page }) => {
  await page.goto('/search?q=伽马函簿')
  await expect(page.getByRole('main').getByRole('status')).toHaveText('没有找到')
  await expect(page.locator('.found-similar').getByRole('link', { name: /伽马函数/ })).toBeVisible()
})

test('going back from another page shows the results again', async ({ page }) => {
  const errors: Error[] = []
  page.on('pageerror', (error) => errors.push(error))
  await page.goto('/search')
  await page.getByRole('searchbox').fill('变分')
  await expect(page).toHaveURL(/\?q=/)
  const titles = page.getByRole('main').locator('.found h2')
  await expect(titles.first()).toBeVisible()
  const found = await titles.allInnerTexts()
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '归档' }).click()
  await expect(page).toHaveURL(/\/archive$/)
  await page.goBack()
  await expect(titles).toHaveText(found)
  await expect(page.getByRole('searchbox')).toHaveValue('变分')
  expect(errors).toEqual([])
})

test('finds a formula in different notations', async ({ request }) => {
  const ask = async (q: string) => (await request.get('/api/search', { params: { q } })).json()
  const { html, count } = await ask('\\zeta(2)')
  expect(count).toBeGreaterThan(0)
  expect(html).toMatch(/<mark><span class="katex/)
  for (const q of ['\\zeta ( 2 )', 'ζ(2)', '$\\zeta\\left({2}\\right)$'])
    expect((await ask(q)).count, q).toBe(count)
})

test('finds single Chinese characters, and words by their beginning only', async ({ request }) => {
  const count = async (q: string) =>
    (await (await request.get('/api/search', { params: { q } })).json()).count
  expect(await count('积')).toBeGreaterThan(3)
  expect(await count('softm')).toBeGreaterThan(0)
  expect(await count('oftmax')).toBe(0)
})

test('does not find hidden articles by title, text or tag', async ({ request }) => {
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

test('neither the count nor the filters include hidden articles', async ({ request, page }) => {
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

test('finds pages of content/pages, but not with a filter', async ({ page }) => {
  await page.goto('/search?q=版式')
  await page.locator('.found').getByRole('link', { name: '版式说明' }).click()
  await expect(page).toHaveURL(/\/colophon$/)
  await page.goto('/search?q=版式说明&year=2010')
  await expect(page.getByRole('main').getByRole('status')).toHaveText('没有找到')
})

test('Ctrl-K and / open the search on any page; arrows and Enter open a result', async ({ page }) => {
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

test('the keyboard stays in the dialog, and every focused element is visible', async ({ page }) => {
  await page.goto('/archive')
  const opener = page.getByRole('main').getByRole('link').first()
  await opener.focus()
  await page.keyboard.press('/')
  const dialog = page.getByRole('dialog', { name: '搜索文章与公式' })
  await expect(dialog.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('变分')
  const status = dialog.getByRole('status')
  await expect(status).toHaveText(/找到 \d+ 篇/)
  await expect(dialog.getByRole('searchbox'), 'results do not take the focus').toBeFocused()
  const stops = new Set<string>()
  for (let stop = 0; stop < 60; stop++) {
    await page.keyboard.press('Tab')
    const { name, isInside, outline } = await page.evaluate(() => {
      const element = document.activeElement ?? document.body
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      return {
        name: element.textContent || element.getAttribute('aria-label') || element.tagName,
        // Between the last and the first element, the browser itself has the focus.
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
  await expect(opener, 'the focus returns to where it was').toBeFocused()
  await page.keyboard.press('Control+k')
  await expect(dialog.getByRole('searchbox')).toHaveValue('变分')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/search\?q=%E5%8F%98%E5%88%86$/)
  await expect(page.locator('.found > li').first()).toBeVisible()
})

test('the page searches as the reader types, shows the count, and updates its URL', async ({ page }) => {
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
