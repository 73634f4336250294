import { expect, test } from '@playwright/test'
import { XMLParser } from 'fast-xml-parser'
import { site } from '../support/site'

const parse = (xml: string) =>
  new XMLParser({
    ignoreAttributes: false,
    isArray: (name) => ['sitemap', 'image:image'].includes(name),
  }).parse(xml)

interface Entry {
  loc: string
  lastmod?: string
  'image:image'?: { 'image:loc': string }[]
}

test('the sitemap lists every page with the date of its content, and its images', async ({ request }) => {
  const { sitemapindex } = parse(await (await request.get('/sitemap.xml')).text())
  const [{ loc, lastmod }] = sitemapindex.sitemap
  expect(loc).toBe(`${site.url}/sitemaps/1.xml`)
  const sitemap = await request.get('/sitemaps/1.xml')
  const urls: Entry[] = parse(await sitemap.text()).urlset.url
  expect(urls.find(({ loc }) => loc === `${site.url}/posts/basel-problem`)?.lastmod).toMatch(
    /^2014-03-14T16:00:00/,
  )
  const dates = urls.flatMap(({ lastmod }) => lastmod ?? []).sort()
  expect(lastmod).toBe(dates.at(-1))
  const images = urls.flatMap((url) => url['image:image'] ?? []).map((image) => image['image:loc'])
  expect(images.length).toBeGreaterThan(3)
  const today = new Date().toISOString().slice(0, 10)
  for (const { loc, lastmod } of urls)
    expect(lastmod ?? '', `${loc} has the date of the build`).not.toContain(today)
  for (const address of [...urls.map(({ loc }) => loc), ...images])
    expect((await request.get(address.slice(site.url.length) || '/')).status(), address).toBe(200)
  for (const file of ['0.xml', '2.xml', '1', '1.xml.xml', '99999.xml'])
    expect((await request.get(`/sitemaps/${file}`)).status(), file).toBe(404)
})

test('robots.txt names the sitemap', async ({ request }) => {
  expect(await (await request.get('/robots.txt')).text()).toContain(`Sitemap: ${site.url}/sitemap.xml`)
})

test('llms.txt lists articles with the URLs of their Markdown', async ({ request }) => {
  const response = await request.get('/llms.txt')
  expect(response.headers()['content-type']).toBe('text/markdown; charset=utf-8')
  const [heading, , quote, ...rest] = (await response.text()).split('\n')
  expect(heading).toBe(`# ${site.name}`)
  expect(quote).toBe(`> ${site.tagline}`)
  const links = rest.filter((line) => line.startsWith('- '))
  const addresses = links.map((line) => /^- \[.+\]\((https:\S+)\)(?:: .+)?$/.exec(line)?.[1] ?? line)
  expect(addresses).toContain(`${site.url}/posts/basel-problem.md`)
  for (const address of addresses)
    expect((await request.get(address.slice(site.url.length))).status(), address).toBe(200)
})

test('security.txt names the contact, and is not about to expire', async ({ request }) => {
  const text = await (await request.get('/.well-known/security.txt')).text()
  expect(text).toContain(`Contact: ${site.securityContact}\n`)
  expect(Date.parse(/^Expires: (.+)$/m.exec(text)?.[1] ?? '')).toBeGreaterThan(
    Date.now() + 30 * 24 * 3_600_000,
  )
  expect((await request.get('/humans.txt')).status()).toBe(404)
})

const redirects = {
  '/favicon.ico': ['/icon.svg', 'image/svg+xml'],
  '/feed': ['/feed.xml', 'application/rss+xml'],
  '/rss': ['/feed.xml', 'application/rss+xml'],
  '/rss.xml': ['/feed.xml', 'application/rss+xml'],
  '/atom': ['/atom.xml', 'application/atom+xml'],
} as const

for (const [address, [target, type]] of Object.entries(redirects))
  test(`${address} redirects permanently to ${target}`, async ({ request }) => {
    const response = await request.get(address, { maxRedirects: 0 })
    expect(response.status()).toBe(308)
    expect(response.headers().location).toBe(target)
    for (const variant of [address, `${address}/`]) {
      const reached = await request.get(variant)
      expect(reached.status(), variant).toBe(200)
      expect(reached.headers()['content-type'], variant).toContain(type)
    }
  })

test('a redirect keeps the query', async ({ request }) => {
  const response = await request.get('/feed?math=svg', { maxRedirects: 0 })
  expect(response.headers().location).toBe('/feed.xml?math=svg')
})

test('responds with 304 to an ETag, but not to a date', async ({ request }) => {
  for (const path of ['/sitemap.xml', '/sitemaps/1.xml', '/llms.txt', '/posts/basel-problem.md']) {
    const headers = { 'if-modified-since': new Date().toUTCString() }
    expect((await request.get(path, { headers })).status(), path).toBe(200)
    const { etag = '' } = (await request.get(path)).headers()
    const again = await request.get(path, { headers: { ...headers, 'if-none-match': etag } })
    expect(again.status(), path).toBe(304)
  }
})
