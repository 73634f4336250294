import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { type APIRequestContext, expect, test } from '@playwright/test'
import { Ajv } from 'ajv'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import RssParser from 'rss-parser'
import { site } from '../support/site'

/** The data of an article that every format contains. */
interface Entry {
  id: string | undefined
  url: string | undefined
  title: string | undefined
  published: number
  updated: number
  authors: (string | undefined)[]
  categories: (string | undefined)[]
  language: string | undefined
  html: string
}

async function read(request: APIRequestContext, address: string): Promise<string> {
  const response = await request.get(address)
  expect(response.status(), address).toBe(200)
  return response.text()
}

async function readAtom(request: APIRequestContext, address = '/atom.xml') {
  return parseAtomFeed(await read(request, address))
}

async function readRss(request: APIRequestContext, address = '/feed.xml') {
  return parseRssFeed(await read(request, address))
}

async function readJson(request: APIRequestContext, address = '/feed.json') {
  return parseJsonFeed(await read(request, address))
}

const time = (date: string | undefined) => Date.parse(date ?? '')

function atomEntries({ entries = [] }: Awaited<ReturnType<typeof readAtom>>): Entry[] {
  return entries.map((entry) => ({
    id: entry.id,
    url: entry.links?.find(({ rel }) => rel === 'alternate')?.href,
    title: entry.title?.value,
    published: time(entry.published),
    updated: time(entry.updated),
    authors: (entry.authors ?? []).map(({ name }) => name),
    categories: (entry.categories ?? []).map(({ term }) => term),
    language: entry.xml?.lang,
    html: (entry.content?.value ?? '').trim(),
  }))
}

function rssEntries({ items = [] }: Awaited<ReturnType<typeof readRss>>): Entry[] {
  return items.map((item) => ({
    id: item.guid?.value,
    url: item.link,
    title: item.title,
    published: time(item.pubDate),
    updated: time(item.atom?.updated),
    authors: item.dc?.creators ?? [],
    categories: (item.categories ?? []).map(({ name }) => name),
    language: item.dc?.languages?.[0],
    html: (item.content?.encoded ?? '').trim(),
  }))
}

function jsonEntries({ items = [] }: Awaited<ReturnType<typeof readJson>>): Entry[] {
  return items.map((item) => ({
    id: item.id,
    url: item.url,
    title: item.title,
    published: time(item.date_published),
    updated: time(item.date_modified),
    authors: (item.authors ?? []).map(({ name }) => name),
    categories: item.tags ?? [],
    language: item.language,
    html: (item.content_html ?? '').trim(),
  }))
}

test('the three formats contain the same data and the complete text of the newest articles', async ({
  request,
}) => {
  const atom = atomEntries(await readAtom(request))
  expect(atom).toHaveLength(site.feedEntries)
  expect(rssEntries(await readRss(request))).toEqual(atom)
  expect(jsonEntries(await readJson(request))).toEqual(atom)
  for (const entry of atom) {
    expect(entry.id).toMatch(new RegExp(`^tag:${site.tagAuthority}:posts/`))
    expect(entry.url).toMatch(new RegExp(`^${site.url}/posts/`))
    expect(entry.authors.length).toBeGreaterThan(0)
    expect(entry.published).toBeLessThanOrEqual(entry.updated)
    expect(entry.html.length).toBeGreaterThan(100)
  }
  const dates = atom.map(({ published }) => published)
  expect(dates).toEqual([...dates].sort((a, b) => b - a))
  const { updated, title, xml } = await readAtom(request)
  expect(time(updated)).toBe(Math.max(...atom.map((entry) => entry.updated)))
  expect(title?.value).toBe(site.name)
  expect(xml?.lang).toBe(site.language)
})

test('another feed parser reads the same titles and texts', async ({ request }) => {
  const expected = atomEntries(await readAtom(request))
  for (const address of ['/feed.xml', '/atom.xml']) {
    const parser = new RssParser<object, { 'content:encoded'?: string }>()
    const { items } = await parser.parseString(await read(request, address))
    expect(items.map(({ title }) => title)).toEqual(expected.map(({ title }) => title))
    expect(items.map(({ link }) => link)).toEqual(expected.map(({ url }) => url))
    expect(items.map((item) => (item['content:encoded'] ?? item.content ?? '').trim())).toEqual(
      expected.map(({ html }) => html),
    )
  }
})

test('Atom conforms to its RELAX NG grammar', async ({ request }) => {
  for (const address of ['/atom.xml', '/atom.xml?page=2', '/tags/变分/atom.xml', '/atom.xml?math=svg']) {
    const input = await read(request, address)
    // xmllint fails and prints the position of an error.
    execFileSync('xmllint', ['--noout', '--relaxng', 'e2e/support/schemas/atom.rng', '-'], {
      input,
      stdio: 'pipe',
    })
  }
})

test('RSS conforms to the profile of its Advisory Board', async ({ request }) => {
  const text = await read(request, '/feed.xml')
  expect(XMLValidator.validate(text)).toBe(true)
  const { rss } = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@' }).parse(text)
  expect(rss['@version']).toBe('2.0')
  const { channel } = rss
  for (const name of ['title', 'link', 'description']) expect(channel[name], name).toBeTruthy()
  const date = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/
  expect(channel.lastBuildDate).toMatch(date)
  expect(channel.language).toMatch(/^[a-z]{2}(-[A-Za-z]+)?$/)
  const self = channel['atom:link'].filter((link: Record<string, string>) => link['@rel'] === 'self')
  expect(self).toEqual([{ '@rel': 'self', '@href': `${site.url}/feed.xml`, '@type': 'application/rss+xml' }])
  const guids = new Set<string>()
  for (const item of channel.item) {
    const allowed = ['title', 'link', 'guid', 'pubDate', 'category', 'description']
    const names = Object.keys(item)
    for (const name of names.filter((name) => !name.includes(':'))) expect(allowed).toContain(name)
    expect(item.title).toBeTruthy()
    expect(item.link).toMatch(/^https:\/\//)
    expect(item.pubDate).toMatch(date)
    // A tag URI is not a permalink.
    expect(item.guid['@isPermaLink']).toBe('false')
    guids.add(item.guid['#text'])
    // The summary precedes the complete text.
    if (item.description !== undefined)
      expect(names.indexOf('description')).toBeLessThan(names.indexOf('content:encoded'))
  }
  expect(guids.size).toBe(channel.item.length)
})

test('JSON Feed conforms to its schema', async ({ request }) => {
  const validate = new Ajv({ allErrors: true }).compile(
    JSON.parse(readFileSync('e2e/support/schemas/json-feed.json', 'utf8')),
  )
  for (const address of ['/feed.json', '/feed.json?page=2', '/authors/lin-he/feed.json']) {
    validate(JSON.parse(await read(request, address)))
    expect(validate.errors, address).toBeNull()
  }
})

test('articles in feeds contain MathML with TeX, and need no styles or scripts', async ({
  page,
  request,
}) => {
  const html = await wholeArchive(request)
  await page.setContent(html)
  expect(await page.locator('math annotation[encoding="application/x-tex"]').count()).toBeGreaterThan(200)
  expect(await page.locator('math', { hasText: '(1)' }).count()).toBeGreaterThan(10)
  for (const selector of ['.katex', '[class]', '[style]', 'script', 'style', 'svg'])
    expect(await page.locator(selector).count(), selector).toBe(0)
  for (const image of await page.locator('img').all()) {
    await expect(image).toHaveAttribute('width', /^\d+$/)
    await expect(image).toHaveAttribute('height', /^\d+$/)
  }
  const ids = await page.locator('[id]').evaluateAll((elements) => elements.map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
  const addresses = await page
    .locator('[href], [src]')
    .evaluateAll((elements) =>
      elements.map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? ''),
    )
  for (const address of addresses) {
    if (address.startsWith('#')) expect(ids, 'a footnote').toContain(address.slice(1))
    else expect(address).toMatch(/^(https?:\/\/|mailto:)/)
  }
})

/** The articles of all pages of the feed in one document, as a feed reader may show them. */
async function wholeArchive(request: APIRequestContext, query = ''): Promise<string> {
  const articles: string[] = []
  for (let address: string | undefined = `/feed.json${query}`; address; ) {
    const feed = await readJson(request, address)
    articles.push(...jsonEntries(feed).map(({ html }) => html))
    address = feed.next_url?.slice(site.url.length)
  }
  return articles.join('\n')
}

test('with ?math=svg, each formula is an image with its TeX as alternative text', async ({
  page,
  request,
  baseURL,
}) => {
  const plain = await wholeArchive(request)
  const images = await wholeArchive(request, '?math=svg')
  expect(images).not.toContain('<math')
  const [first] = jsonEntries(await readJson(request, '/feed.json?math=svg'))
  // Show the article with images from the site under test.
  await page.goto('/robots.txt')
  await page.setContent((first?.html ?? '').replaceAll(site.url, baseURL ?? ''))
  const formulas = page.locator('img[src*="/formulas/"]')
  expect(await formulas.count()).toBeGreaterThan(5)
  await expect
    .poll(() => formulas.evaluateAll((all) => all.every((image) => (image as HTMLImageElement).complete)))
    .toBe(true)
  for (const image of await formulas.all()) {
    await expect(image).toHaveAttribute('alt', /./)
    const [attribute, natural, shown] = await image.evaluate((element) => {
      const { naturalHeight, naturalWidth, width, height } = element as HTMLImageElement
      const ratio = (width / height) * (naturalHeight / naturalWidth)
      return [Number(element.getAttribute('height')), naturalHeight, ratio]
    })
    expect(natural).toBeGreaterThan(5)
    expect(Math.abs(attribute - natural), 'the attribute has the height of the image').toBeLessThanOrEqual(1)
    expect(Math.abs(shown - 1), 'the image has its aspect ratio').toBeLessThan(0.15)
  }
  expect(images.match(/\/formulas\//g)?.length).toBe(plain.match(/<math\b/g)?.length)
})

test('draws images for formulas of readable articles only', async ({ request }) => {
  const { items = [] } = await readJson(request, '/feed.json?math=svg')
  const [path = ''] = /\/formulas\/[^"]*/.exec(items[0]?.content_html ?? '') ?? []
  const drawn = await request.get(path)
  expect(drawn.status()).toBe(200)
  expect(drawn.headers()['content-type']).toBe('image/svg+xml')
  expect(drawn.headers()['cache-control']).toContain('immutable')
  const name = path.split('/').at(-1)
  for (const other of [
    `/formulas/unfinished-proof/${name}`,
    `/formulas/nothing/${name}`,
    path.replace(/.{8}\.svg$/, '00000000.svg'),
    `${path}x`,
  ])
    expect((await request.get(other)).status(), other).toBe(404)
})

test('a feed that is opened in a browser redirects to a page with its URLs and posts', async ({ page }) => {
  for (const [address, list, title] of [
    ['/feed.xml', '', site.name],
    ['/atom.xml?page=2', '', site.name],
    ['/feed.json', '', site.name],
    ['/tags/变分/feed.xml', encodeURI('/tags/变分'), '变分'],
    ['/series/calculus-of-variations/atom.xml', '/series/calculus-of-variations', '变分'],
    ['/authors/lin-he/feed.json', '/authors/lin-he', '林荷'],
  ] as const) {
    const response = await page.goto(address)
    expect(response?.status(), address).toBe(200)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(title)
    for (const file of ['feed.xml', 'atom.xml', 'feed.json', 'feed.xml?math=svg'])
      await expect(page.getByText(`${site.url}${list}/${file}`, { exact: true })).toBeVisible()
    await expect(page.locator('link[rel=alternate][type="application/rss+xml"]').first()).toHaveAttribute(
      'href',
      `${site.url}${list}/feed.xml`,
    )
    expect(await page.getByRole('main').getByRole('link').count()).toBeGreaterThan(1)
  }
  expect((await page.goto('/tags/nothing/feed.xml'))?.status()).toBe(404)
})

test('the pages of a feed link to each other and contain the whole archive', async ({ request }) => {
  const { links: firstLinks = [] } = await readAtom(request)
  const last = firstLinks.find(({ rel }) => rel === 'last')?.href
  const seen: (string | undefined)[] = []
  const addresses: string[] = []
  for (let address: string | undefined = `${site.url}/atom.xml`; address; ) {
    const feed = await readAtom(request, address.slice(site.url.length))
    const linked = (wanted: string) => feed.links?.find(({ rel }) => rel === wanted)?.href
    expect(linked('self')).toBe(address)
    expect(linked('first')).toBe(`${site.url}/atom.xml`)
    expect(linked('last')).toBe(last)
    expect(linked('previous')).toBe(addresses.at(-1))
    seen.push(...atomEntries(feed).map(({ url }) => url))
    addresses.push(address)
    address = linked('next')
  }
  expect(addresses.at(-1)).toBe(last)
  const archive = await read(request, '/archive')
  const posts = new Set([...archive.matchAll(/href="(\/posts\/[^"#]+)"/g)].map(([, path]) => site.url + path))
  expect(new Set(seen)).toEqual(posts)
  expect(seen).toHaveLength(posts.size)
  for (const address of [
    `${last?.replace(/\d+$/, '')}99`,
    `${site.url}/atom.xml?page=0`,
    `${site.url}/atom.xml?page=x`,
  ])
    expect((await request.get(address.slice(site.url.length))).status(), address).toBe(404)
})

test('series, tags, categories and authors have feeds of their own', async ({ request }) => {
  for (const [list, belongs] of [
    ['/series/calculus-of-variations', (entry: Entry) => entry.url?.includes('/posts/cov-')],
    ['/tags/变分', (entry: Entry) => entry.categories.includes('变分')],
    ['/categories/数学研究', (entry: Entry) => entry.categories.includes('数学研究')],
    ['/authors/lin-he', (entry: Entry) => entry.authors.includes('林荷')],
  ] as const) {
    const entries = atomEntries(await readAtom(request, `${list}/atom.xml`))
    expect(entries.length, list).toBeGreaterThan(1)
    for (const entry of entries) expect(belongs(entry), `${entry.url} in ${list}`).toBe(true)
    expect(rssEntries(await readRss(request, `${list}/feed.xml`))).toEqual(entries)
    expect(jsonEntries(await readJson(request, `${list}/feed.json`))).toEqual(entries)
  }
  for (const address of ['/tags/nothing/feed.xml', '/authors/nobody/atom.xml', '/tags/变分/feed.html'])
    expect((await request.get(address)).status(), address).toBe(404)
})

test('a repost names its original author, and is in no feed of ours', async ({ request }) => {
  const original = '顾长风'
  const find = async (address: string) => {
    for (let next: string | undefined = address; next; ) {
      const feed = await readJson(request, next)
      const item = feed.items?.find(({ url }) => url?.endsWith('/why-i-still-derive'))
      if (item) return item
      next = feed.next_url?.slice(site.url.length)
    }
    return undefined
  }
  const item = await find('/feed.json')
  expect(item?.authors).toEqual([{ name: original }])
  expect(item?.external_url).toMatch(/^https?:\/\//)
  expect(await find('/authors/shen-yan/feed.json')).toBeUndefined()
})

test('responds with 304 if the client has the feed', async ({ request }) => {
  const first = await request.get('/feed.xml')
  const etag = first.headers().etag ?? ''
  expect(first.headers()['last-modified'], 'a date would hide corrections').toBeUndefined()
  const again = await request.get('/feed.xml', { headers: { 'if-none-match': etag } })
  expect(again.status()).toBe(304)
  expect((await request.get('/atom.xml', { headers: { 'if-none-match': etag } })).status()).toBe(200)
})

test('pages link to the feeds of their lists', async ({ page }) => {
  for (const [path, own] of [
    ['/', ''],
    ['/page/2', ''],
    ['/archive', ''],
    ['/about', ''],
    ['/posts/basel-problem', ''],
    ['/tags/变分', encodeURI('/tags/变分')],
    ['/series/calculus-of-variations', '/series/calculus-of-variations'],
    ['/authors/lin-he', '/authors/lin-he'],
  ] as const) {
    await page.goto(path)
    for (const [type, file] of [
      ['application/rss+xml', 'feed.xml'],
      ['application/atom+xml', 'atom.xml'],
      ['application/feed+json', 'feed.json'],
    ]) {
      const link = page.locator(`link[rel=alternate][type="${type}"]`).first()
      await expect(link, path).toHaveAttribute('href', `${site.url}${own}/${file}`)
      await expect(link, path).toHaveAttribute('title', /.+/)
    }
  }
})
