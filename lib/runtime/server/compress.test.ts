import { once } from 'node:events'
import { createServer, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compress } from './compress'

const page = `<p>${'公式 '.repeat(2000)}</p>`
const server = createServer(
  compress((request, response) => {
    const isPicture = request.url === '/picture'
    response.setHeader('content-type', isPicture ? 'image/png' : 'text/html; charset=utf-8')
    response.end(isPicture ? Buffer.alloc(4000) : page)
  }),
)
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => new Promise((resolve) => server.close(resolve)))

async function ask(path: string, accepted: string) {
  const { port } = server.address() as AddressInfo
  const headers = { 'accept-encoding': accepted }
  const [response] = await once(get({ host: '127.0.0.1', port, path, headers }), 'response')
  const { 'content-encoding': encoding, vary } = (response as IncomingMessage).headers
  return { encoding, vary, body: await buffer(response) }
}

test('compresses a page with an encoding that the client accepts', async () => {
  const brotli = await ask('/', 'br')
  const gzip = await ask('/', 'gzip')
  const plain = await ask('/', 'identity')
  expect([brotli, gzip, plain].map(({ encoding }) => encoding)).toEqual(['br', 'gzip', undefined])
  expect(brotliDecompressSync(brotli.body).toString()).toBe(page)
  expect(gunzipSync(gzip.body).toString()).toBe(page)
  expect(plain.body.toString()).toBe(page)
  expect(plain.vary).toBe('Accept-Encoding')
})

test('does not compress an image', async () => {
  const { encoding, body } = await ask('/picture', 'br')
  expect(encoding).toBeUndefined()
  expect(body).toHaveLength(4000)
})
