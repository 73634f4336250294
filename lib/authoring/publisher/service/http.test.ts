import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { testSite } from '../../../site/test-site'
import type { Publication } from '../publisher'
import { createPublisherServer } from './http'

const publication: Publication = {
  files: ['content/posts/a.md'],
  tags: ['post:a'],
  outdatedCode: [],
  problems: [],
  published: { site: testSite, posts: [], series: [], pages: [], authors: [], files: [], connections: {} },
  isIncomplete: false,
  duration: 1,
}
const notify = vi.fn(async (_: readonly string[]) => {})
let undelivered: string[]
/** Runs during the publication. */
let publishing: () => Promise<unknown>
let server: Server

beforeEach(async () => {
  notify.mockClear()
  undelivered = []
  publishing = async () => {}
  server = createPublisherServer({
    service: {
      async publishForRequest(prepare) {
        const prepared = await prepare()
        await publishing()
        return { prepared, publication }
      },
      rebuildDamaged: async () => publication,
      health: () => ({ watching: true, posts: 0, problems: [] }),
    },
    notifier: { notify, takeUndelivered: () => undelivered },
    pull: async () => 'abc123',
    token: 'token',
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

function request(path: string, method = 'POST', init: RequestInit = {}): Promise<Response> {
  const { port } = server.address() as AddressInfo
  const headers = { authorization: 'Bearer token' }
  return fetch(`http://127.0.0.1:${port}${path}`, { method, headers, ...init })
}

test('refuses a request without the token', async () => {
  expect((await request('/publish', 'POST', { headers: {} })).status).toBe(401)
})

test('responds with the changed tags, and does not notify the server', async () => {
  const response = await request('/publish')
  expect(await response.json()).toEqual({ files: ['content/posts/a.md'], tags: ['post:a'], problems: [] })
  expect(notify).not.toHaveBeenCalled()
})

test('responds to a pull with the commit', async () => {
  expect(await (await request('/pull')).json()).toMatchObject({ commit: 'abc123', tags: ['post:a'] })
})

test('responds with the tags that an earlier notification could not deliver', async () => {
  undelivered = ['lists']
  expect(await (await request('/publish')).json()).toMatchObject({ tags: ['lists', 'post:a'] })
})

test('notifies the server if the connection was closed before the response', async () => {
  let finish = () => {}
  const finished = new Promise<void>((resolve) => {
    finish = resolve
  })
  publishing = () => finished
  const abort = new AbortController()
  const aborted = request('/publish', 'POST', { signal: abort.signal }).catch(() => {})
  const [, response] = await once(server, 'request')
  abort.abort()
  await aborted
  await once(response, 'close')
  finish()
  await vi.waitFor(() => expect(notify).toHaveBeenCalledWith(['post:a']))
})

test('responds with the reason if publishing fails', async () => {
  publishing = () => Promise.reject(new Error('disk full'))
  const response = await request('/publish')
  expect([response.status, await response.json()]).toEqual([502, { error: 'disk full' }])
  expect(notify).not.toHaveBeenCalled()
})

test('shows its health', async () => {
  expect(await (await request('/health', 'GET')).json()).toMatchObject({ watching: true })
})
