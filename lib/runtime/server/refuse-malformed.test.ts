import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refuseMalformed } from './refuse-malformed'

const server = createServer(refuseMalformed((request, response) => response.end(`handled ${request.url}`)))
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => new Promise((resolve) => server.close(resolve)))

/** Request a path unchanged: `fetch` would normalise it. */
const ask = (path: string, method = 'GET') =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    const { port } = server.address() as AddressInfo
    request({ port, host: '127.0.0.1', path, method }, async (response) => {
      let text = ''
      for await (const chunk of response) text += chunk
      resolve({ status: response.statusCode ?? 0, text })
    })
      .on('error', reject)
      .end()
  })

test.each(['/posts/%E0%A4%A', '/%', '/tags/%zz', '/posts/%FF', '/_next/%c3%28'])(
  'refuses %s',
  async (path) => {
    const { status, text } = await ask(path)
    expect(status).toBe(400)
    expect(text).toMatch(/^This address cannot be read: /)
    expect(await ask(path, 'HEAD')).toEqual({ status: 400, text: '' })
  },
)

test.each(['/', '/tags/%E5%8F%98%E5%88%86', '/search?q=100%', '/posts/a%2Fb', '/posts/x?%E0%A4%A'])(
  'passes %s to the handler',
  async (path) => {
    expect(await ask(path)).toEqual({ status: 200, text: `handled ${path}` })
  },
)

test.each([
  ['/posts/a', 'POST', 405],
  ['/', 'TRACE', 405],
  ['/api/search', 'DELETE', 405],
  ['/api/revalidate', 'POST', 200],
  ['/posts/a', 'OPTIONS', 204],
  [`/posts/${'a'.repeat(5_000)}`, 'GET', 414],
  ['*', 'GET', 400],
  ['/posts/a%00', 'GET', 400],
])('responds to %s by %s with %i', async (path, method, status) => {
  expect((await ask(path, method)).status).toBe(status)
})

test('the host of an absolute URL is ignored', async () => {
  expect(await ask('http://evil.example/about?x')).toEqual({ status: 200, text: 'handled /about?x' })
  expect(await ask('http://evil.example')).toEqual({ status: 200, text: 'handled /' })
})
