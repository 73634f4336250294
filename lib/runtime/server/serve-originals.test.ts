import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveOriginals } from './serve-originals'

const server = createServer(serveOriginals((_, response) => response.end('handled')))
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => new Promise((resolve) => server.close(resolve)))

const request = (path: string) => {
  const { port } = server.address() as AddressInfo
  return fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual' })
}

test('redirects from a smaller version of an image to the image', async () => {
  const image = `/media/0123456789ab/${encodeURIComponent('海.jpg')}`
  const response = await request(`/_next/image?url=${encodeURIComponent(image)}&w=750&q=60`)
  expect([response.status, response.headers.get('location')]).toEqual([307, image])
})

test.each([
  '/',
  '/_next/image',
  '/_next/image?url=https%3A%2F%2Fexample.org%2Fa.png',
  '/_next/image?url=%2F%2Fexample.org%2Fa.png',
  '/_next/image?url=%2Fmedia%2F0123456789ab%2F..%2F..%2Fx',
  '/_next/image?url=%2Fposts%2Fa',
  '/other?url=%2Fmedia%2F0123456789ab%2Fa.png',
])('passes on %s', async (path) => {
  expect(await (await request(path)).text()).toBe('handled')
})
