import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type GivenPage, given } from '../cache/given.mjs'
import { createReplay } from './replay.mjs'

let server: Server
let handled: number
let current: GivenPage
let gives: boolean

/** A server that answers as Next does: pages that the cache gave out, compressed where the reader takes it. */
beforeEach(async () => {
  handled = 0
  gives = true
  current = { key: '/', entry: { value: 'first' } }
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    handled++
    if (gives) given.getStore()?.push(current)
    const body = Buffer.from(current.entry.value)
    const encoding = String(request.headers['accept-encoding'])
    const compress = encoding === 'br' ? brotliCompressSync : encoding === 'gzip' ? gzipSync : undefined
    response.setHeader('ETag', `"${current.entry.value}"`)
    response.setHeader('content-type', 'text/html')
    if (compress) response.setHeader('content-encoding', encoding)
    const sent = compress?.(body) ?? body
    response.write(sent.subarray(0, 3))
    response.end(sent.subarray(3))
  }
  server = createServer(createReplay(handle, (page) => page === current))
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

test('a page is sent again as it was, with its length', async () => {
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

test('a page that is no longer current is asked for', async () => {
  await ask()
  current = { key: '/', entry: { value: 'second' } }
  expect((await ask()).body.toString()).toBe('second')
  expect((await ask()).body.toString()).toBe('second')
  expect(handled).toBe(2)
})

test('who has it already is told so, without a body', async () => {
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

test('each encoding has its own answer, brotli before gzip, however a reader names it', async () => {
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
])('%s is never answered from what is kept', async (_, headers, path) => {
  await ask()
  await ask(headers as Record<string, string>, path)
  await ask(headers as Record<string, string>, path)
  expect(handled).toBe(3)
})

test('what the cache did not give out is not kept', async () => {
  gives = false
  await ask()
  await ask()
  expect(handled).toBe(2)
})
