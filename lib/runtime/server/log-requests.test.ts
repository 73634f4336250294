import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { currentRequestId } from '../../site/log/request-context'
import type { Handler } from './handler'
import { logRequests } from './log-requests'
import { serveProbes } from './serve-probes'

const logged: string[] = []

beforeEach(() => {
  logged.length = 0
  for (const method of ['warn', 'error'] as const)
    vi.spyOn(console, method).mockImplementation(
      (text) => void logged.push(`${method} ${currentRequestId()} ${text}`),
    )
})
afterEach(() => void vi.restoreAllMocks())

/** Send a request to a server with this handler. */
async function get(handle: Handler, path: string, id?: string) {
  const server = createServer(handle).listen(0)
  const { port } = server.address() as AddressInfo
  try {
    const response = await fetch(
      `http://localhost:${port}${path}`,
      id ? { headers: { 'x-request-id': id } } : {},
    )
    return {
      status: response.status,
      id: response.headers.get('x-request-id') ?? '',
      text: await response.text(),
    }
  } finally {
    server.close()
  }
}

const respond =
  (status: number): Handler =>
  async (_, response) => {
    await Promise.resolve()
    response.writeHead(status).end(currentRequestId())
  }

test('a response has the id of its request, which code that handles it can read', async () => {
  expect(await get(logRequests(respond(200)), '/', 'proxy-1.a')).toEqual({
    status: 200,
    id: 'proxy-1.a',
    text: 'proxy-1.a',
  })
  expect(logged).toEqual([])
})

test.each(['a b', '<x>', 'x'.repeat(65)])('an id that is unsafe to log (%s) is replaced', async (unsafe) => {
  const { id, text } = await get(logRequests(respond(200)), '/', unsafe)
  expect(id).toMatch(/^[0-9a-f-]{36}$/)
  expect(text).toBe(id)
})

test('failed requests are logged with their id, a short path and no query', async () => {
  await get(logRequests(respond(500)), `/posts/${'a'.repeat(2_000)}?token=secret`, 'r1')
  expect(logged).toEqual([`error r1 GET /posts/${'a'.repeat(73)}… failed with status 500.`])
})

test('missing pages and a server that asks to try again are not logged', async () => {
  for (const status of [404, 503]) await get(logRequests(respond(status)), '/')
  expect(logged).toEqual([])
})

test('slow requests are logged with their duration', async () => {
  await get(logRequests(respond(200), { slowAfter: 0 }), '/archive', 'r2')
  expect(logged).toEqual([expect.stringMatching(/^warn r2 GET \/archive took \d+\.\d s \(status 200\)\.$/)])
})

test('the server is live as soon as it responds, and ready when it can serve pages', async () => {
  const probe = async (path: string, isReady: boolean) =>
    (
      await get(
        serveProbes(respond(418), () => isReady),
        path,
      )
    ).status
  expect(await probe('/api/health/live', false)).toBe(200)
  expect(await probe('/api/health/ready', false)).toBe(503)
  expect(await probe('/api/health/ready', true)).toBe(200)
  expect(await probe('/api/health', true)).toBe(418)
})
