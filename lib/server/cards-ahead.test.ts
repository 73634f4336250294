import { once } from 'node:events'
import { createServer, get as request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { drawCardsAhead } from './cards-ahead.mjs'

let etag = '"1"'
let answered: Promise<unknown>
const asked: string[] = []
const handle = drawCardsAhead(
  (request, response) => {
    const type = request.url?.includes('_rsc') ? 'text/x-component' : 'text/html; charset=utf-8'
    response.statusCode = request.url === '/posts/nowhere' ? 404 : 200
    response.setHeader('content-type', type)
    response.setHeader('etag', etag)
    response.end()
  },
  (path) => asked.push(path),
)
const server = createServer((request, response) => {
  answered = once(response, 'close')
  handle(request, response)
})
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => new Promise((resolve) => server.close(resolve)))
beforeEach(() => void asked.splice(0))

/** Ask as a program does; `fetch` says that it is one of a browser's kind. */
async function get(path: string, headers = {}): Promise<void> {
  const { port } = server.address() as AddressInfo
  const [response] = await once(request({ port, host: '127.0.0.1', path, headers }), 'response')
  response.resume()
  await answered
}

test('the card of an article is asked for after its page, once for each state of it', async () => {
  for (const path of ['/posts/cycloid', '/posts/cycloid?from=feed', '/posts/%E6%A1%A5']) await get(path)
  expect(asked).toEqual(['/posts/cycloid.png', '/posts/%E6%A1%A5.png'])
  etag = '"2"'
  await get('/posts/cycloid')
  expect(asked.slice(2)).toEqual(['/posts/cycloid.png'])
})

test.each(['/', '/posts/nowhere', '/posts/cycloid.md', '/posts/new?_rsc=1', '/series/cycloid', '/posts/a/b'])(
  'nothing is asked for after %s',
  async (path) => {
    await get(path)
    expect(asked).toEqual([])
  },
)

test('nothing is asked for after what a browser shows to a reader', async () => {
  await get('/posts/read', { 'sec-fetch-mode': 'navigate' })
  expect(asked).toEqual([])
  await get('/posts/read')
  expect(asked).toEqual(['/posts/read.png'])
})
