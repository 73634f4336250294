import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendRedirects } from './send-redirects'

const project = process.cwd()
const folder = mkdtempSync(join(tmpdir(), 'lemma-redirects-'))
const server = createServer(sendRedirects((_, response) => response.end('handled')))

beforeAll(async () => {
  mkdirSync(join(folder, '.lemma'))
  const redirects = [
    { from: '/2011/x', to: '/posts/x' },
    { from: '/?p=1', to: '/posts/y' },
    { from: '/wiki/*', to: 'https://wiki.example/*', status: 302 },
  ]
  const state = { version: 'a', publications: [], gone: [], redirects }
  writeFileSync(join(folder, '.lemma/state.json'), JSON.stringify(state))
  process.chdir(folder)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
  process.chdir(project)
  rmSync(folder, { recursive: true })
})

const request = (path: string, method = 'GET') => {
  const { port } = server.address() as AddressInfo
  return fetch(`http://127.0.0.1:${port}${path}`, { method, redirect: 'manual' })
}

test('redirects an old address, with and without the last slash and with a query', async () => {
  for (const path of ['/2011/x', '/2011/x/', '/2011/x/?a=b']) {
    const response = await request(path)
    expect(response.status).toBe(308)
    expect(response.headers.get('location')).toBe('/posts/x')
  }
  expect((await request('/?p=1')).headers.get('location')).toBe('/posts/y')
})

test('redirects a prefix with the status that is set, and keeps the rest of the path and the query', async () => {
  const response = await request('/wiki/a/b?c=d')
  expect(response.status).toBe(302)
  expect(response.headers.get('location')).toBe('https://wiki.example/a/b?c=d')
})

test('passes on other requests', async () => {
  for (const path of ['/', '/?p=2', '/posts/x']) expect(await (await request(path)).text()).toBe('handled')
  expect(await (await request('/2011/x', 'POST')).text()).toBe('handled')
})
