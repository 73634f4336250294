import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { singleLocation } from './single-location'

async function locationOf(headers: Record<string, string | string[]>): Promise<string | null> {
  const server = createServer(
    singleLocation((_, response) => {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
      response.statusCode = 308
      response.end()
    }),
  )
  onTestFinished(() => void server.close())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return (await fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' })).headers.get('location')
}

test('sends one Location header of several, and leaves a single one and none as they are', async () => {
  expect(await locationOf({ location: ['/a', '/a'] })).toBe('/a')
  expect(await locationOf({ Location: '/a, b' })).toBe('/a, b')
  expect(await locationOf({})).toBeNull()
})
