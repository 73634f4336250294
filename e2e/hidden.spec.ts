import { site } from '../site.config'
import { readFeeds, readSitemap } from './sitemap'
import { surfaces } from './surfaces'
import { expect, test } from './test'

// Words that stand in the hidden sample posts and nowhere else.
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
    name: 'a post of the future',
    word: '未来密语',
    slug: 'letter-to-2099',
    title: '写给2099年的一封信',
    tag: '来信',
    category: '随笔',
  },
]

for (const post of hidden) {
  const { name, word, slug, tag } = post
  test(`${name} is on no surface`, async ({ request }) => {
    for (const surface of surfaces) {
      const address = surface.address(post)
      if (address === undefined) continue
      const response = await request.get(address)
      const text = await response.text()
      if (surface.gone) expect(response.status(), surface.name).toBe(404)
      for (const secret of [word, surface.shows(post)])
        expect(text.includes(secret), `${surface.name} says ${secret}`).toBe(false)
    }
  })

  test(`${name} appears nowhere`, async ({ request }) => {
    expect((await request.get(`/posts/${slug}`)).status()).toBe(404)
    expect((await request.get(`/tags/${tag}`)).status()).toBe(404)
    for (const path of [
      ...(await readSitemap(request)),
      ...(await readFeeds(request)),
      '/sitemap.xml',
      '/nowhere',
    ]) {
      const text = await (await request.get(path)).text()
      expect(text.includes(word) || text.includes(slug), `${path} is free of ${name}`).toBe(false)
    }
  })
}

test('an unlisted post is shown to those who have its address, and stands in no list', async ({
  request,
}) => {
  const response = await request.get('/posts/unlisted-errata')
  expect(response.status()).toBe(200)
  const page = await response.text()
  expect(page).toContain('未列密语')
  expect(page).toMatch(/<meta name="robots" content="noindex/)
  for (const path of [...(await readSitemap(request)), ...(await readFeeds(request)), '/sitemap.xml']) {
    expect(await (await request.get(path)).text(), path).not.toContain('unlisted-errata')
  }
})

test('a reader who is led anywhere is led to what is there', async ({ request }) => {
  const paths = await readSitemap(request)
  for (let n = 0; n < 60; n++) {
    const { location = '' } = (await request.get('/random', { maxRedirects: 0 })).headers()
    expect([...paths, '/posts/why-i-still-derive']).toContain(location)
  }
})

test('the development endpoint does not exist in production', async ({ request }) => {
  expect((await request.get('/api/dev/content')).status()).toBe(404)
  expect((await request.post('/api/dev/content')).status()).toBe(404)
})

test('nothing outside the published images is served', async ({ request }) => {
  for (const path of [
    '/media/0123456789ab/..%2f..%2fcontent.json',
    '/media/x/y.svg',
    '/fragments/..%2f..%2fpackage.json',
  ]) {
    expect((await request.get(path)).status(), path).toBe(404)
  }
  expect(site.url).not.toMatch(/\/$/)
})
