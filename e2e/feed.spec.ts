import { expect, test } from '@playwright/test'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { site } from '../site.config'

interface Entry {
  id: string
  title: string
  updated: string
  published: string
  link: { '@href': string }
  content: { '#text': string; '@type': string }
  author: { name: string } | { name: string }[]
}

function parse(xml: string) {
  expect(XMLValidator.validate(xml)).toBe(true)
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    processEntities: true,
    htmlEntities: true,
    isArray: (name) => name === 'entry' || name === 'url',
  })
  return parser.parse(xml)
}

test('the feed is Atom with the twenty newest posts, whole', async ({ request }) => {
  const response = await request.get('/feed.xml')
  expect(response.headers()['content-type']).toContain('application/atom+xml')
  const { feed } = parse(await response.text())
  expect(feed['@xmlns']).toBe('http://www.w3.org/2005/Atom')
  expect(feed.title).toBe(site.name)
  const entries: Entry[] = feed.entry
  expect(entries).toHaveLength(20)
  for (const entry of entries) {
    expect(entry.id).toMatch(new RegExp(`^${site.url}/posts/`))
    expect(entry.author).toBeTruthy()
    expect(new Date(entry.published).getTime()).toBeLessThanOrEqual(new Date(entry.updated).getTime())
    expect(entry.content['@type']).toBe('html')
    expect(entry.content['#text'].length).toBeGreaterThan(100)
  }
  const dates = entries.map(({ published }) => published)
  expect(dates).toEqual([...dates].sort().reverse())
  const latest = entries
    .map(({ updated }) => updated)
    .sort()
    .at(-1)
  expect(feed.updated).toBe(latest)
})

test('formulas in the feed are MathML with their TeX, and nothing depends on our styles or scripts', async ({
  page,
  request,
}) => {
  const { feed } = parse(await (await request.get('/feed.xml')).text())
  const html = (feed.entry as Entry[]).map((entry) => entry.content['#text']).join('\n')
  await page.setContent(html)
  expect(await page.locator('math annotation[encoding="application/x-tex"]').count()).toBeGreaterThan(200)
  for (const selector of ['.katex', '[class]', '[id]', '[style]', 'script', 'style']) {
    expect(await page.locator(selector).count(), selector).toBe(0)
  }
  const addresses = await page
    .locator('[href], [src]')
    .evaluateAll((elements) =>
      elements.map((element) => element.getAttribute('href') ?? element.getAttribute('src')),
    )
  for (const address of addresses) expect(address).toMatch(/^(https?|mailto):/)
})

test('pages point at the feed', async ({ page }) => {
  await page.goto('/')
  await expect(page.locator('link[rel=alternate][type="application/atom+xml"]')).toHaveAttribute(
    'href',
    /\/feed\.xml$/,
  )
})
