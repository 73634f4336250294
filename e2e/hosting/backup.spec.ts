import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, request, test } from '@playwright/test'
import { siteParts } from '../../lib/site/folders.mjs'
import { readSitemap } from '../support/sitemap'
import { createWorkspace, type Served, type Workspace } from '../support/workspace'

test.describe.configure({ timeout: 240_000 })

let workspace: Workspace
let server: Served

test.beforeAll(async () => {
  workspace = createWorkspace({ isBuilt: true })
  server = await workspace.serve('start')
})
test.afterAll(async () => {
  await server?.stop()
  workspace.remove()
})

const path = (file: string) => join(workspace.root, file)
const write = (name: string, title: string, body: string, fields = '') =>
  writeFileSync(
    path(`content/posts/${name}.md`),
    `---\ntitle: ${title}\ndate: 2026-11-01\n${fields}---\n\n${body}\n`,
  )

async function get(address: string): Promise<{ status: number; text: string }> {
  const response = await fetch(new URL(address, server.url), { redirect: 'manual' })
  return { status: response.status, text: await response.text() }
}

const statusBecomes = (address: string, status: number) =>
  expect(async () => expect((await get(address)).status).toBe(status)).toPass()

/** Every page of the sitemap, and the feed. */
async function readPages(): Promise<Map<string, string>> {
  const pages = new Map<string, string>()
  const context = await request.newContext({ baseURL: server.url })
  const paths = await readSitemap(context)
  await context.dispose()
  for (const url of [...paths, '/feed.xml']) {
    const { status, text } = await get(url)
    expect(status, url).toBe(200)
    pages.set(url, text)
  }
  return pages
}

test('a site that was backed up while it was served is restored with what cannot be rebuilt', {
  tag: '@slow',
}, async () => {
  write('deleted', '删除的', '正文。')
  write('broken', '写坏的', '最后的好版本。')
  write('draft', '草稿', '未完成。', 'draft: true\n')
  await statusBecomes('/posts/deleted', 200)
  await statusBecomes('/posts/broken', 200)
  rmSync(path('content/posts/deleted.md'))
  await statusBecomes('/posts/deleted', 410)
  const broken = '---\ntitle: *anchor\ndate: 2026-11-01\n---\n\n没写完\n'
  writeFileSync(path('content/posts/broken.md'), broken)
  await expect(async () =>
    expect(JSON.parse((await get('/api/health')).text).publisher.problems).toMatchObject([
      { file: 'content/posts/broken.md' },
    ]),
  ).toPass()
  const before = await readPages()
  expect(before.get('/posts/broken')).toContain('最后的好版本')

  const written = workspace.run('backup', '--output', 'site.tar.gz')
  expect(written.output).toMatch(/Wrote .*site\.tar\.gz: \d+ files/)
  await server.stop()
  for (const part of [...siteParts, '.lemma', '.next/cache'])
    rmSync(path(part), { recursive: true, force: true })
  const restored = workspace.run('restore', 'site.tar.gz', '--force')
  expect(restored.output).toMatch(/Restored \d+ files/)

  server = await workspace.serve('start')
  expect(await readPages()).toEqual(before)
  expect((await get('/posts/deleted')).status).toBe(410)
  expect((await get('/posts/draft')).status).toBe(404)
  expect(readFileSync(path('content/posts/broken.md'), 'utf8')).toBe(broken)
  expect(existsSync(path('content/posts/draft.md'))).toBe(true)
})
