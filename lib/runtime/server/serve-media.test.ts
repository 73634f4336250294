import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { hashImage } from '../../markdown/images/hash-image'
import { serveMedia } from './serve-media'

const site = mkdtempSync(join(tmpdir(), 'lemma-serve-media-'))
const content = '0123456789'.repeat(100_000)
const hash = hashImage(Buffer.from(content))
const url = `/media/${hash}/${encodeURIComponent('片 1.mp4')}`
const server = createServer(serveMedia((_, response) => response.end('handled')))

beforeAll(async () => {
  vi.stubEnv('LEMMA_SITE', site)
  mkdirSync(join(site, '.lemma/media', hash), { recursive: true })
  writeFileSync(join(site, '.lemma/media', hash, '片 1.mp4'), content)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
  rmSync(site, { recursive: true })
})

const request = (path: string, init: RequestInit = {}) => {
  const { port } = server.address() as AddressInfo
  return fetch(`http://127.0.0.1:${port}${path}`, init)
}

test('sends a file, or a range of it, with its length', async () => {
  const whole = await request(url)
  expect([whole.status, whole.headers.get('content-length')]).toEqual([200, '1000000'])
  expect((await whole.text()) === content).toBe(true)
  const part = await request(url, { headers: { range: 'bytes=999998-' } })
  expect([part.status, await part.text(), part.headers.get('content-length')]).toEqual([206, '89', '2'])
  expect((await request(url, { headers: { range: 'bytes=1000000-' } })).status).toBe(416)
  const head = await request(url, { method: 'HEAD' })
  expect([head.headers.get('content-length'), await head.text()]).toEqual(['1000000', ''])
})

test('responds with 404 to a file that is not published', async () => {
  expect((await request('/media/0123456789ab/a.mp4')).status).toBe(404)
})

test.each(['/', '/posts/media', '/media', '/media/a/b/c', '/_next/image?url=/media/a/b.png'])(
  'passes on %s',
  async (path) => {
    expect(await (await request(path)).text()).toBe('handled')
  },
)

test('passes on other methods', async () => {
  expect(await (await request(url, { method: 'POST' })).text()).toBe('handled')
})
