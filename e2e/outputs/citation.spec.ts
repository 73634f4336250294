import { readFileSync } from 'node:fs'
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import { expect, type Page, test } from '@playwright/test'
import { site } from '../support/site'

const article = '/posts/coin-weighing'
const work = {
  id: 'coin-weighing',
  title: '十二枚硬币与三次天平',
  issued: { 'date-parts': [[2015, 2, 18]] },
  URL: site.url + article,
}

test('BibTeX, RIS and CSL-JSON of an article contain the same data', async ({ request }) => {
  for (const [format, type] of [
    ['bib', 'application/x-bibtex'],
    ['ris', 'application/x-research-info-systems'],
    ['json', 'application/vnd.citationstyles.csl+json'],
  ]) {
    const response = await request.get(`${article}.${format}`)
    expect(response.headers()['content-type']).toBe(`${type}; charset=utf-8`)
    expect(plugins.input.chain(await response.text(), { generateGraph: false }), format).toMatchObject([work])
    const { etag = '' } = response.headers()
    const again = await request.get(`${article}.${format}`, { headers: { 'if-none-match': etag } })
    expect(again.status(), format).toBe(304)
  }
})

test('a Chinese slug has a citation, a hidden article none', async ({ request }) => {
  for (const format of ['bib', 'ris', 'json']) {
    const chinese = await request.get(`/posts/${encodeURIComponent('欧拉的桥')}.${format}`)
    expect(chinese.status(), format).toBe(200)
    for (const slug of ['unfinished-proof', 'letter-to-2099', 'nowhere'])
      expect((await request.get(`/posts/${slug}.${format}`)).status(), `${slug}.${format}`).toBe(404)
    const unlisted = await request.get(`/posts/unlisted-errata.${format}`)
    expect(unlisted.headers()['x-robots-tag']).toBe('noindex')
  }
})

test('cites an equation or a statement with its name and URL, by anchor, name or number', async ({
  request,
}) => {
  const cite = async (query: string) =>
    plugins.input.chain(await (await request.get(`/posts/gamma-function.${query}`)).text(), {
      generateGraph: false,
    })[0]
  for (const format of ['bib', 'ris', 'json']) {
    const whole = await cite(format)
    for (const [of, note, anchor] of [
      ['thm-bohr', '定理 2', 'thm-bohr'],
      ['定理2', '定理 2', 'thm-bohr'],
      ['eq:sine', '式 (5a)', 'eq-sine'],
      ['（5a）', '式 (5a)', 'eq-sine'],
    ]) {
      const found = await cite(`${format}?of=${encodeURIComponent(of ?? '')}`)
      const { title } = whole
      expect(found, `${of}.${format}`).toMatchObject({ title, note, URL: `${whole.URL}#${anchor}` })
      expect(found.id, 'a bibliography can contain both').not.toBe(whole.id)
    }
    for (const of of ['thm-nowhere', 'constructor', 'x'.repeat(4000)])
      expect((await request.get(`/posts/gamma-function.${format}?of=${of}`)).status(), of).toBe(404)
  }
  const unknown = await request.get('/posts/gamma-function.bib?of=thm-nowhere')
  expect(unknown.headers()['content-type']).toBe('text/plain; charset=utf-8')
  const message = await unknown.text()
  expect(message).toMatch(/^Found of=thm-nowhere; expected an anchor/)
  expect(message, 'lists the existing parts').toMatch(/\n {2}thm-bohr {2}定理 2 {2}thm-bohr\n/)
  // A repost has other numbers than its original.
  const repost = await request.get('/posts/why-i-still-derive.bib?of=eq-1')
  expect(repost.status()).toBe(404)
  expect(await repost.text()).toContain('only the whole can be cited')
})

test('cites a repost as its original, without date and name of this site', async ({ request }) => {
  const text = await (await request.get('/posts/why-i-still-derive.json')).text()
  const [original] = JSON.parse(text)
  expect(original.URL).not.toContain(site.url)
  expect(Object.keys(original).sort()).toEqual(['URL', 'author', 'id', 'language', 'title', 'type'])
})

/** Press a button that downloads a file. @returns its text */
async function download(page: Page, button: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ])
  return readFileSync(await file.path(), 'utf8')
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('an article shows its citation, BibTeX and files', async ({ page }) => {
    await page.goto(article)
    const section = page.getByRole('region', { name: '如何引用' })
    await expect(section).toContainText(`${work.title}. ${site.name}. ${work.URL}`)
    await section.locator('summary').click()
    await expect(section.locator('pre')).toContainText('@online{coin-weighing,')
    expect(await download(page, 'BibTeX (.bib)')).toContain(`url = {${work.URL}},`)
    expect(await download(page, 'RIS (.ris)')).toContain(`UR  - ${work.URL}`)
    // The browser shows JSON instead of downloading it.
    await page.getByRole('button', { name: 'CSL-JSON (.json)' }).click()
    await expect(page.getByText(`"URL": "${work.URL}"`)).toBeVisible()
  })

  test('the form downloads the citation of a theorem', async ({ page }) => {
    await page.goto('/posts/gamma-function')
    await page.getByText('如何引用', { exact: true }).click()
    await page.getByLabel('只引其中').fill('定理 2')
    const text = await download(page, 'RIS (.ris)')
    expect(text).toContain(`UR  - ${site.url}/posts/gamma-function#thm-bohr`)
  })
})
