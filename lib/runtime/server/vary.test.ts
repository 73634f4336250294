import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { varyByAccept } from './vary'

async function varyOf(path: string, own: string | undefined) {
  const server = createServer(
    varyByAccept((_, response) => {
      if (own !== undefined) response.setHeader('Vary', own)
      response.end('x')
    }),
  )
  onTestFinished(() => void server.close())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return (await fetch(`http://127.0.0.1:${port}${path}`)).headers.get('vary')
}

test('adds Accept to the Vary header of an article once, and keeps its other values', async () => {
  expect(await varyOf('/posts/x', undefined)).toBe('Accept')
  expect(await varyOf('/posts/x', 'rsc, Accept-Encoding')).toBe('Accept, rsc, Accept-Encoding')
  expect(await varyOf('/posts/x?y', 'accept, rsc')).toBe('accept, rsc')
})

test('does not change the Vary header of other pages', async () => {
  expect(await varyOf('/archive', 'rsc')).toBe('rsc')
})
