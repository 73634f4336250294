import { type APIRequestContext, expect, test } from '@playwright/test'
import { readFeeds, readSitemap } from '../support/sitemap'
import { surfaces } from '../support/surfaces'

// The first pass over the site renders pages and feeds that are not cached yet.
test.describe.configure({ timeout: 180_000 })

// Words that only the hidden sample posts contain.
const hidden = [
  {
    name: 'a draft',
    word: '草稿密语',
    slug: 'unfinished-proof',
    title: '一个没有写完的证明',
    tag: '未竟之作',
    category: '数学研究',
  },
  {
    name: 'a scheduled post',
    word: '未来密语',
    slug: 'letter-to-2099',
    title: '写给2099年的一封信',
    tag: '来信',
    category: '随笔',
  },
]

let siteTexts: Promise<Map<string, string>> | undefined

/** The texts of all pages and feeds by path. They are read once for all tests. */
function readSite(request: APIRequestContext): Promise<Map<string, string>> {
  siteTexts ??= (async () => {
    const texts = new Map<string, string>()
    for (const path of [
      ...(await readSitemap(request)),
      ...(await readFeeds(request)),
      '/sitemap.xml',
      '/nowhere',
    ])
      texts.set(path, await (await request.get(path)).text())
    return texts
  })()
  return siteTexts
}

for (const post of hidden) {
  const { name, word, slug, tag } = post
  test(`${name} appears in no representation, list or feed`, async ({ request }) => {
    for (const surface of surfaces) {
      const address = surface.address(post)
      if (address === undefined) continue
      const response = await request.get(address)
      const text = await response.text()
      if (surface.gone) expect(response.status(), surface.name).toBe(404)
      for (const secret of [word, surface.shows(post)])
        expect(text.includes(secret), `${surface.name} contains ${secret}`).toBe(false)
    }
  })

  test(`no page or feed mentions ${name}`, async ({ request }) => {
    expect((await request.get(`/posts/${slug}`)).status()).toBe(404)
    expect((await request.get(`/tags/${tag}`)).status()).toBe(404)
    for (const [path, text] of await readSite(request))
      expect(text.includes(word) || text.includes(slug), `${path} contains ${name}`).toBe(false)
  })
}

test('an unlisted post is readable by its URL and is in no list', async ({ request }) => {
  const response = await request.get('/posts/unlisted-errata')
  expect(response.status()).toBe(200)
  const page = await response.text()
  expect(page).toContain('未列密语')
  expect(page).toMatch(/<meta name="robots" content="noindex/)
  for (const [path, text] of await readSite(request))
    expect(text.includes('unlisted-errata'), `${path} contains the unlisted post`).toBe(false)
})

test('a random link leads to a listed post', async ({ request }) => {
  const paths = await readSitemap(request)
  for (let n = 0; n < 60; n++) {
    const { location = '' } = (await request.get('/random', { maxRedirects: 0 })).headers()
    expect([...paths, '/posts/why-i-still-derive']).toContain(location)
  }
})

test('the development endpoint responds with 404 in production', async ({ request }) => {
  expect((await request.get('/api/dev/content')).status()).toBe(404)
  expect((await request.post('/api/dev/content')).status()).toBe(405)
})

test('the media route serves published images only', async ({ request }) => {
  for (const path of [
    '/media/0123456789ab/..%2f..%2fcontent.json',
    '/media/x/y.svg',
    '/fragments/..%2f..%2fpackage.json',
  ]) {
    expect((await request.get(path)).status(), path).toBe(404)
  }
})
