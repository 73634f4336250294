import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createClientAddress, readTrust } from './client-address'
import { limitRequests } from './limit-requests'

let server: Server
let time: number

beforeEach(async () => {
  time = 0
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  const addressOf = createClientAddress(readTrust('loopback'))
  server = createServer(
    limitRequests((_, response) => response.end('handled'), { addressOf, now: () => time }),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  vi.restoreAllMocks()
  await new Promise((resolve) => server.close(resolve))
})

/** The number of requests of an address, one after the other, that are handled. */
async function countHandled(count: number, address: string, path = '/search?q=x', method = 'GET') {
  const { port } = server.address() as AddressInfo
  let handled = 0
  for (let sent = 0; sent < count; sent++) {
    const headers = { 'x-forwarded-for': address }
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers })
    if (response.status === 200) handled++
    else expect([response.status, response.headers.get('retry-after')]).toEqual([429, '1'])
    await response.text()
  }
  return handled
}

test('an address may send 60 searches at once, and then five a second', async () => {
  expect(await countHandled(70, '192.0.2.1')).toBe(60)
  expect(await countHandled(1, '192.0.2.2'), 'another address').toBe(1)
  time = 1_000
  expect(await countHandled(10, '192.0.2.1')).toBe(5)
  expect(console.warn).toHaveBeenCalledWith('Refused requests for /search: one address sent too many.')
})

test('addresses of one IPv6 network share a limit, and those of another have their own', async () => {
  expect(await countHandled(60, '2001:db8::1')).toBe(60)
  expect(await countHandled(1, '2001:db8::ffff')).toBe(0)
  expect(await countHandled(1, '2001:db8:0:1::1')).toBe(1)
})

test('a search that is written in another way has the same limit', async () => {
  expect(await countHandled(60, '192.0.2.1')).toBe(60)
  for (const path of ['/%73earch?q=x', '/api/search?q=x', '/en/search', '/in-language/en/search'])
    expect(await countHandled(1, '192.0.2.1', path), path).toBe(0)
})

test('webhooks have a limit of their own; pages have none', async () => {
  expect(await countHandled(40, '192.0.2.1', '/api/revalidate', 'POST')).toBe(30)
  expect(await countHandled(80, '192.0.2.1', '/posts/x')).toBe(80)
})
