import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { serveSiteFiles } from './serve-site-files'
import { serveInSite } from './test-server'

const files = {
  'style.css': 'public/aaaaaaaaaaaa/style.css',
  '图/简 历.pdf': 'public/bbbbbbbbbbbb/简 历.pdf',
  '.well-known/nostr.json': 'public/cccccccccccc/nostr.json',
  'lost.txt': 'public/dddddddddddd/lost.txt',
}

const { request } = serveInSite(
  serveSiteFiles((_, response) => response.end('handled')),
  { files },
  (folder) => {
    for (const [path, target] of Object.entries(files)) {
      const file = join(folder, '.lemma', target)
      mkdirSync(dirname(file), { recursive: true })
      if (path !== 'lost.txt') writeFileSync(file, `content of ${path}`)
    }
    writeFileSync(join(folder, '.lemma/content.json'), '{}')
  },
)

test.each([
  ['/style.css', 'text/css; charset=utf-8'],
  [`/${encodeURIComponent('图')}/${encodeURIComponent('简 历.pdf')}`, 'application/pdf'],
  ['/.well-known/nostr.json', 'application/json; charset=utf-8'],
])('serves %s as %s', async (path, type) => {
  const response = await request(path)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe(type)
  expect(response.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
  expect(await response.text()).toBe(`content of ${decodeURIComponent(path.slice(1))}`)
})

test('responds with 304 to the ETag, and to HEAD without content', async () => {
  const etag = (await request('/style.css')).headers.get('etag') ?? ''
  expect(etag).toBe('W/"aaaaaaaaaaaa"')
  expect((await request('/style.css', { headers: { 'if-none-match': etag } })).status).toBe(304)
  const head = await request('/style.css', { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
})

test('lets clients keep a URL with the hash of the content, and no other', async () => {
  const cacheOf = async (query: string) =>
    (await request(`/style.css${query}`)).headers.get('cache-control')?.includes('immutable')
  expect(await cacheOf('?v=aaaaaaaaaaaa')).toBe(true)
  expect(await cacheOf('?v=bbbbbbbbbbbb')).toBe(false)
})

test('sends a range', async () => {
  const response = await request('/style.css', { headers: { range: 'bytes=0-6' } })
  expect([response.status, await response.text()]).toEqual([206, 'content'])
  expect((await request('/style.css', { headers: { range: 'bytes=900-' } })).status).toBe(416)
})

test.each([
  '/',
  '/posts/a',
  '/content.json',
  '/public/aaaaaaaaaaaa/style.css',
  '/../state.json',
  '/..%2fstate.json',
  '/%2e%2e/content.json',
  '/style.css/',
  '/style.css%00',
  '/%ff',
  '/constructor',
  '/lost.txt',
])('passes on %s', async (path) => {
  expect(await (await request(path)).text()).toBe('handled')
})

test('passes on other methods', async () => {
  expect(await (await request('/style.css', { method: 'POST' })).text()).toBe('handled')
})
