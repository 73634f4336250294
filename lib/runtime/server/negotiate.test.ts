import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { negotiateMarkdown } from './negotiate'

const project = process.cwd()
const folder = mkdtempSync(join(tmpdir(), 'lemma-negotiate-'))
beforeAll(() => {
  mkdirSync(join(folder, '.lemma'))
  const state = { version: 'a', publications: [], gone: [], moved: ['/archives/%E7%94%B2.html'] }
  writeFileSync(join(folder, '.lemma/state.json'), JSON.stringify(state))
  process.chdir(folder)
})
afterAll(() => {
  process.chdir(project)
  rmSync(folder, { recursive: true })
})

/** Request a path. @param own the `Vary` header that the page sets @returns the handled URL and the `Vary` header */
async function request(path: string, { own, accept }: { own?: string; accept?: string } = {}) {
  const server = createServer(
    negotiateMarkdown((request, response) => {
      if (own !== undefined) response.setHeader('Vary', own)
      response.end(request.url)
    }),
  )
  onTestFinished(() => void server.close())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const response = await fetch(`http://127.0.0.1:${port}${path}`, accept ? { headers: { accept } } : {})
  return { url: await response.text(), vary: response.headers.get('vary') }
}

test('adds Accept to the Vary header of an article once, and keeps its other values', async () => {
  expect((await request('/posts/x')).vary).toBe('Accept')
  expect((await request('/posts/x', { own: 'rsc, Accept-Encoding' })).vary).toBe(
    'Accept, rsc, Accept-Encoding',
  )
  expect((await request('/posts/x?y', { own: 'accept, rsc' })).vary).toBe('accept, rsc')
  expect((await request('/archives/%E7%94%B2.html', { own: 'rsc' })).vary).toBe('Accept, rsc')
})

test('does not change the Vary header of other pages', async () => {
  expect((await request('/archive', { own: 'rsc' })).vary).toBe('rsc')
  expect((await request('/posts/x.d/y', { own: 'rsc' })).vary).toBe('rsc')
})

test('sends clients that prefer Markdown the Markdown of an article whose URL Next does not know', async () => {
  const accept = 'text/markdown'
  const moved = '/archives/%E7%94%B2.html'
  expect((await request(`${moved}?a=b`, { accept })).url).toBe(`${moved}.md?a=b`)
  expect((await request(moved, { accept: 'text/html' })).url).toBe(moved)
  expect((await request('/archives/2.html', { accept })).url).toBe('/archives/2.html')
  expect((await request('/posts/x', { accept })).url).toBe('/posts/x')
})
