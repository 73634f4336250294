import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { showDeletedPosts } from './deleted-posts'

const project = process.cwd()
const folder = mkdtempSync(join(tmpdir(), 'lemma-deleted-'))
const server = createServer(
  showDeletedPosts(
    (_, response) => response.end('handled'),
    () => Buffer.from('<h1>gone</h1>'),
  ),
)

beforeAll(async () => {
  mkdirSync(join(folder, '.lemma'))
  const state = { version: 'a', publications: [], gone: ['old', '摆线', '/2011/05/old.html'] }
  writeFileSync(join(folder, '.lemma/state.json'), JSON.stringify(state))
  process.chdir(folder)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
  process.chdir(project)
  rmSync(folder, { recursive: true })
})

const request = (path: string, headers: Record<string, string> = {}) => {
  const { port } = server.address() as AddressInfo
  return fetch(`http://127.0.0.1:${port}${path}`, { headers })
}

test('responds with 410 for a deleted post, its slug encoded or not', async () => {
  const paths = [
    '/posts/old',
    '/posts/old?x=1',
    `/posts/${encodeURIComponent('摆线')}`,
    '/2011/05/old.html?x',
  ]
  for (const path of paths) {
    const response = await request(path)
    expect(response.status).toBe(410)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await response.text()).toBe('<h1>gone</h1>')
  }
})

test('passes on requests for other posts, other representations and Markdown', async () => {
  for (const path of ['/', '/posts/new', '/posts/old.md', '/posts/old/x', '/tags/old', '/2011/05/old'])
    expect(await (await request(path)).text()).toBe('handled')
  expect(await (await request('/posts/old', { accept: 'text/markdown' })).text()).toBe('handled')
})
