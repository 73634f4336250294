import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { hashImage } from '@/lib/markdown/images/hash-image'
import { respondWithMedia } from './respond-with-media'

const folder = mkdtempSync(join(tmpdir(), 'lemma-media-'))
afterAll(() => rmSync(folder, { recursive: true }))

function publish(name: string, content: string): string {
  const hash = hashImage(Buffer.from(content))
  mkdirSync(join(folder, hash), { recursive: true })
  writeFileSync(join(folder, hash, name), content)
  return hash
}

const hash = publish('片.mp4', '0123456789')

const respond = (headers: Record<string, string> = {}, file = { hash, name: '片.mp4' }, method = 'GET') =>
  respondWithMedia(new Request('http://localhost/', { headers, method }), folder, file)

test('sends a file with its type, its length and a year of caching', async () => {
  const response = await respond()
  expect(response.status).toBe(200)
  expect(Object.fromEntries(response.headers)).toEqual({
    'accept-ranges': 'bytes',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-length': '10',
    'content-type': 'video/mp4',
    etag: `W/"${hash}"`,
    'x-content-type-options': 'nosniff',
  })
  expect(await response.text()).toBe('0123456789')
})

test('sends the range that is requested, uncompressed', async () => {
  const response = await respond({ range: 'bytes=2-5' })
  expect([response.status, await response.text()]).toEqual([206, '2345'])
  expect(response.headers.get('content-range')).toBe('bytes 2-5/10')
  expect(response.headers.get('content-length')).toBe('4')
  expect(response.headers.get('cache-control')).toContain('no-transform')
  const last = await respond({ range: 'bytes=-1' })
  expect(await last.text()).toBe('9')
})

test('refuses a range outside of the file', async () => {
  const response = await respond({ range: 'bytes=10-' })
  expect([response.status, response.headers.get('content-range')]).toEqual([416, 'bytes */10'])
})

test('responds to HEAD without a body, and with 304 to the ETag', async () => {
  const head = await respond({}, undefined, 'HEAD')
  expect([head.status, head.body, head.headers.get('content-length')]).toEqual([200, null, '10'])
  const known = await respond({ 'if-none-match': `W/"${hash}"` })
  expect([known.status, known.body]).toEqual([304, null])
})

test('an empty file has no range', async () => {
  const empty = { hash: publish('empty.txt', ''), name: 'empty.txt' }
  const response = await respond({}, empty)
  expect([response.status, await response.text()]).toEqual([200, ''])
  expect((await respond({ range: 'bytes=0-' }, empty)).status).toBe(416)
})

test.each([
  ['0123456789ab', '片.mp4'],
  [hash, 'missing.mp4'],
  [hash, '../x.mp4'],
  ['..', 'state.json'],
  [hash, 'font.woff2'],
])('has no file %s/%s', async (hash, name) => {
  expect((await respond({}, { hash, name })).status).toBe(404)
})

test('does not send a file that was damaged after it was sent', async () => {
  const file = { hash: publish('a.txt', 'whole'), name: 'a.txt' }
  expect((await respond({}, file)).status).toBe(200)
  const path = join(folder, file.hash, file.name)
  writeFileSync(path, 'torn!')
  utimesSync(path, 1, 1)
  expect((await respond({}, file)).status).toBe(503)
})
