import { XMLParser } from 'fast-xml-parser'
import { site } from '../site.config'
import { expect, test } from './test'

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

test('the sitemap index leads to every page, with the date of its content, and to its images', async ({
  request,
}) => {
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
    expect(lastmod ?? '', `${loc} was not changed by being built`).not.toContain(today)
  for (const address of [...urls.map(({ loc }) => loc), ...images])
    expect((await request.get(address.slice(site.url.length) || '/')).status(), address).toBe(200)
  for (const file of ['0.xml', '2.xml', '1', '1.xml.xml', '99999.xml'])
    expect((await request.get(`/sitemaps/${file}`)).status(), file).toBe(404)
})

test('robots.txt names the sitemap', async ({ request }) => {
  expect(await (await request.get('/robots.txt')).text()).toContain(`Sitemap: ${site.url}/sitemap.xml`)
})

test('llms.txt lists the articles as Markdown, each at its address', async ({ request }) => {
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

test('security.txt says whom to tell, and is never out of date', async ({ request }) => {
  const text = await (await request.get('/.well-known/security.txt')).text()
  expect(text).toContain(`Contact: ${site.securityContact}\n`)
  expect(Date.parse(/^Expires: (.+)$/m.exec(text)?.[1] ?? '')).toBeGreaterThan(
    Date.now() + 30 * 24 * 3_600_000,
  )
  expect((await request.get('/humans.txt')).status()).toBe(404)
})

test('nobody is told that nothing changed by a date alone', async ({ request }) => {
  for (const path of ['/sitemap.xml', '/sitemaps/1.xml', '/llms.txt', '/posts/basel-problem.md']) {
    const headers = { 'if-modified-since': new Date().toUTCString() }
    expect((await request.get(path, { headers })).status(), path).toBe(200)
    const { etag = '' } = (await request.get(path)).headers()
    const again = await request.get(path, { headers: { ...headers, 'if-none-match': etag } })
    expect(again.status(), path).toBe(304)
  }
})
