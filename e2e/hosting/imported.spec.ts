import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { type BlogPost, createBlog } from '../../lib/authoring/import/test-data/blog'
import { printWxr } from '../../lib/authoring/import/test-data/wxr'
import { createWorkspace, type Served, type Workspace } from '../support/workspace'

// An imported blog responds to the addresses that it had (docs/moving.md).
test.describe.configure({ mode: 'serial' })

const blog = createBlog(3)
const image = `${blog.url}/wp-content/uploads/2020/01/图.png`
const posts: BlogPost[] = blog.posts.map((post) => {
  // Some of the formulas of these are not supported.
  if (post.title.startsWith('公式')) return { ...post, html: '<p>设 $x$。</p>' }
  return post.id === 1 ? { ...post, html: `${post.html}\n\n<p><img src="${image}" alt="图"></p>` } : post
})
const published = posts.filter(({ status }) => status === 'publish')
const drafts = posts.filter(({ status }) => status !== 'publish')

let workspace: Workspace
let server: Served
/** Every old address with the path that must respond to it. */
let addresses: [from: string, to: string][]

test.beforeAll(async () => {
  test.setTimeout(240_000)
  workspace = createWorkspace({ site: 'empty', isBuilt: true })
  const write = (file: string, content: string) => {
    mkdirSync(dirname(join(workspace.root, file)), { recursive: true })
    writeFileSync(join(workspace.root, file), content)
    return join(workspace.root, file)
  }
  const wxr = write('old/export.xml', printWxr({ ...blog, posts }))
  write('old/uploads/2020/01/图.png', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="1"/>')
  const { code, output } = workspace.run(
    'import',
    'wordpress',
    wxr,
    '--uploads',
    join(workspace.root, 'old/uploads'),
  )
  expect(code, output).toBe(0)
  const urls = readFileSync(join(workspace.root, 'import/wordpress/urls.txt'), 'utf8')
  addresses = urls
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' ') as [string, string])
  server = await workspace.serve('start')
})
test.afterAll(async () => {
  await server?.stop()
  workspace.remove()
})

/** Request an address, and the one to which it redirects. */
async function follow(address: string): Promise<{ status: number; path: string; text: string }> {
  const response = await fetch(server.url + address, { redirect: 'manual' })
  const location = response.headers.get('location')
  if (response.status !== 308 || location === null)
    return { status: response.status, path: address, text: await response.text() }
  const { pathname, search } = new URL(location, server.url)
  const target = await fetch(server.url + pathname + search, { redirect: 'manual' })
  return { status: target.status, path: pathname + search, text: await target.text() }
}

/** The same address with a slash at its end if it has none, and without it otherwise. */
function toggleSlash(address: string): string {
  const [path = '', query] = address.split('?')
  if (path === '/') return address
  return (path.endsWith('/') ? path.slice(0, -1) : `${path}/`) + (query === undefined ? '' : `?${query}`)
}

test('every old address, with and without a slash, is or redirects once to the page that the import names', async () => {
  expect(addresses.length).toBeGreaterThan(60)
  for (const [from, to] of addresses)
    for (const address of [from, toggleSlash(from)]) {
      const { status, path } = await follow(address)
      expect({ address, status, path }).toEqual({ address, status: 200, path: to })
    }
})

test('the pages are those of the old posts, lists, feeds and files; drafts have none', async () => {
  for (const { id, kind, title } of published)
    for (const address of [`/archives/${id}.html`, `/?p=${id}`]) {
      expect(addresses.map(([from]) => from)).toContain(address)
      const { path, text } = await follow(address)
      expect(path).toBe(kind === 'page' ? '/about' : `/archives/${id}.html`)
      // Titles with formulas are not plain text.
      if (!title.startsWith('公式')) expect(text).toContain(`<title>${title}`)
    }
  for (const { id } of drafts) expect((await follow(`/archives/${id}.html`)).status).toBe(404)
  const [category = ''] = published[0]?.categories ?? []
  const expected: [from: string, to: string | RegExp][] = [
    [`/category/${blog.categories.get(category)}/`, `/categories/${encodeURIComponent(category)}`],
    ['/?cat=1', `/categories/${encodeURIComponent(category)}`],
    ['/feed/', '/feed.xml'],
    ['/?feed=atom', '/atom.xml'],
    [new URL(image).pathname, /^\/media\/[\da-f]+\/.+$/],
    ['/?attachment_id=9001', /^\/media\/[\da-f]+\/.+$/],
  ]
  for (const [from, to] of expected)
    expect(await follow(from), from).toMatchObject({
      status: 200,
      path: typeof to === 'string' ? to : expect.stringMatching(to),
    })
})

test('entries keep their guid in all feeds', async () => {
  const guids = published
    .filter(({ kind }) => kind === 'post')
    .map(({ id }) => `${blog.url}/?p=${id}&x=1`)
    .sort()
  for (const [feed, pattern] of [
    ['/feed.xml', /<guid[^>]*>([^<]+)/g],
    ['/atom.xml', /<entry\b[\s\S]*?<id>([^<]+)/g],
  ] as const) {
    const { text } = await follow(feed)
    const ids = [...text.matchAll(pattern)].map(([, id = '']) => id.replaceAll('&amp;', '&'))
    expect(ids.sort(), feed).toEqual(guids)
  }
  const { items } = JSON.parse((await follow('/feed.json')).text) as { items: { id: string }[] }
  expect(items.map(({ id }) => id).sort()).toEqual(guids)
})
