import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ServedEntry, servedEntries } from '../cache/served-entries'
import { replayResponses } from './replay-responses'

let server: Server
let handled: number
let current: ServedEntry
let isCached: boolean
let moment: string

const pageOf = (html: string): ServedEntry => ({
  key: '/',
  entry: { value: { kind: 'APP_PAGE', html }, lastModified: 0 },
})
const html = () => current.entry.value.html ?? ''

/** A server that responds as Next does: with pages of the page cache, compressed as the request accepts. */
beforeEach(async () => {
  handled = 0
  isCached = true
  current = pageOf('first')
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    handled++
    if (isCached) servedEntries.getStore()?.push(current)
    const body = Buffer.from(html())
    const encoding = String(request.headers['accept-encoding'])
    const compress = encoding === 'br' ? brotliCompressSync : encoding === 'gzip' ? gzipSync : undefined
    response.setHeader('ETag', `"${html()}"`)
    response.setHeader('content-type', 'text/html')
    if (compress) response.setHeader('content-encoding', encoding)
    const sent = compress?.(body) ?? body
    response.write(sent.subarray(0, 3))
    response.end(sent.subarray(3))
  }
  moment = 'now'
  const isCurrent = (served: ServedEntry) => served === current
  server = createServer(replayResponses(handle, { isCurrent, moment: () => moment }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(() => new Promise((resolve) => server.close(resolve)))

async function ask(headers: Record<string, string> = {}, path = '/') {
  const { port } = server.address() as AddressInfo
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>(
    (resolve, reject) => {
      const sent = request({ port, path, headers, agent: false }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk) => chunks.push(chunk))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        )
      })
      sent.on('error', reject)
      sent.end()
    },
  )
}

test('sends a stored response again, with its length', async () => {
  const first = await ask()
  const second = await ask()
  expect(handled).toBe(1)
  expect(second.body.toString()).toBe('first')
  expect(second.headers).toMatchObject({
    etag: '"first"',
    'content-type': 'text/html',
    'content-length': '5',
  })
  expect(second.body).toEqual(first.body)
})

test('does not send a response whose page is stale', async () => {
  await ask()
  current = pageOf('second')
  expect((await ask()).body.toString()).toBe('second')
  expect((await ask()).body.toString()).toBe('second')
  expect(handled).toBe(2)
})

test('responds with 304 without a body if the ETag matches', async () => {
  await ask()
  for (const condition of ['"first"', 'W/"first"', '"other", "first"', '*']) {
    const { status, headers, body } = await ask({ 'if-none-match': condition })
    expect([status, headers.etag, headers['content-type'], body.length]).toEqual([
      304,
      '"first"',
      undefined,
      0,
    ])
  }
  expect((await ask({ 'if-none-match': '"other"' })).status).toBe(200)
  expect(handled).toBe(1)
})

test('stores a response for each encoding, and prefers brotli to gzip', async () => {
  await ask()
  for (const [accepted, encoding, decode] of [
    ['gzip', 'gzip', gunzipSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
    ['br', 'br', brotliDecompressSync],
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['br;q=1.0, gzip;q=0.8', 'br', brotliDecompressSync],
  ] as const) {
    const { headers, body } = await ask({ 'accept-encoding': accepted })
    expect(headers['content-encoding']).toBe(encoding)
    expect(decode(body).toString()).toBe('first')
  }
  for (const accepted of ['zstd', 'gzip;q=0', 'identity'])
    expect((await ask({ 'accept-encoding': accepted })).body.toString()).toBe('first')
  expect(handled).toBe(3)
})

test.each([
  ['a query', {}, '/?_rsc=1'],
  ['data for a navigation', { rsc: '1' }, '/'],
  ['a prefetch', { 'next-router-prefetch': '1' }, '/'],
  ['a preview', { cookie: 'a=b; __prerender_bypass=x' }, '/'],
  ['a part', { range: 'bytes=0-1' }, '/'],
])('never sends a stored response for %s', async (_, headers, path) => {
  await ask()
  await ask(headers as Record<string, string>, path)
  await ask(headers as Record<string, string>, path)
  expect(handled).toBe(3)
})

test('does not store a response that is not from the page cache', async () => {
  isCached = false
  await ask()
  await ask()
  expect(handled).toBe(2)
})

test.each(['/feed.xml', '/tags/x/atom.xml?math=svg', '/search?q=x', '/api/search?q=x', '/posts/x.bib'])(
  'sends %s again while the content is the same',
  async (path) => {
    isCached = false
    await ask({}, path)
    expect((await ask({}, path)).body.toString()).toBe('first')
    expect(handled).toBe(1)
    current = pageOf('second')
    moment = 'later'
    expect((await ask({}, path)).body.toString()).toBe('second')
    expect(handled).toBe(2)
  },
)

test('does not keep a response during which the content changed', async () => {
  isCached = false
  const [first] = await Promise.all([ask({}, '/feed.xml'), Promise.resolve().then(() => (moment = 'later'))])
  expect(first.status).toBe(200)
  moment = 'now'
  await ask({}, '/feed.xml')
  expect(handled).toBe(2)
})

test('a feed that a browser opens is not the stored one', async () => {
  isCached = false
  await ask({}, '/feed.xml')
  await ask({ 'sec-fetch-dest': 'document' }, '/feed.xml')
  expect(handled).toBe(2)
})

test('keeps the search page, whose frame is a page of the cache, while the content is the same', async () => {
  for (const _ of [1, 2]) await ask({}, '/search?q=x')
  expect(handled).toBe(1)
  moment = 'later'
  for (const _ of [1, 2]) await ask({}, '/search?q=x')
  expect(handled).toBe(2)
  current = pageOf('second')
  expect((await ask({}, '/search?q=other')).body.toString()).toBe('second')
})
