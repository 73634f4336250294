import { rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { showMissingPages } from './missing-pages'
import { serveInSite } from './test-server'

const { folder, request } = serveInSite(
  showMissingPages(
    (_, response) => response.end('handled'),
    (status) => Buffer.from(`<h1>${status === 410 ? 'gone' : 'missing'}</h1>`),
  ),
  {
    languages: ['en'],
    gone: ['old', '摆线', '/2011/05/old.html'],
    urls: ['/', '/page/2', '/posts/new', '/2011/05/new.html', '/about', '/tags/%E5%8F%98%E5%88%86'],
  },
)

test('responds with 410 for a deleted post, its slug encoded or not', async () => {
  const paths = [
    '/posts/old',
    '/posts/old?x=1',
    `/posts/${encodeURIComponent('摆线')}`,
    '/2011/05/old.html?x',
  ]
  for (const path of paths) {
    const response = await request(path)
    expect(response.status).toBe(410)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await response.text()).toBe('<h1>gone</h1>')
  }
})

test('responds with 404 to the URL of a page that does not exist', async () => {
  for (const path of [
    ...['/posts/none', '/posts/none?x=1', '/posts/old/x', '/tags/none', '/tags/none/feed.xml', '/page/3'],
    ...[
      '/series/none',
      '/authors/none',
      '/none',
      '/2011/05/none',
      '/wp-login.php',
      '/wp/a.php',
      '/ja',
      '/ja/tags/x',
    ],
  ]) {
    const response = await request(path)
    expect(response.status, path).toBe(404)
    expect(await response.text()).toBe('<h1>missing</h1>')
  }
  const head = await request('/posts/none', { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([404, ''])
})

test('passes on requests for what exists, may exist, or is no page', async () => {
  for (const path of [
    ...['/', '/posts/new', '/posts/new/', '/2011/05/new.html', '/about', '/about?x', '/page/2', '/archive'],
    ...['/tags/变分', '/tags/变分/feed.xml', '/search?q=x', '/en', '/en/tags/x', '/_next/static/x.js'],
    ...['/posts/old.md', '/posts/none.md', '/none.md', '/2011/05/new.html.png', '/robots.txt', '/api/health'],
    ...['/page/1', '/rss', '/rss.xml', '/feed', '/atom', '/atom?x'],
  ])
    expect(await (await request(path)).text(), path).toBe('handled')
})

test('Next decides while newer content is being published', async () => {
  writeFileSync(join(folder, '.lemma/content.json'), '')
  utimesSync(join(folder, '.lemma/content.json'), new Date(), new Date(Date.now() + 10_000))
  expect(await (await request('/posts/none')).text()).toBe('handled')
  rmSync(join(folder, '.lemma/content.json'))
  expect((await request('/posts/none')).status).toBe(404)
})

test('Next decides for those who preview a draft, and for programs that prefer Markdown', async () => {
  const of = async (headers: Record<string, string>) => (await request('/posts/old', { headers })).text()
  expect(await of({ accept: 'text/markdown' })).toBe('handled')
  expect(await of({ cookie: '__prerender_bypass=x' })).toBe('handled')
})
