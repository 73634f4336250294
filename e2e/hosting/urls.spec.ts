import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { createWorkspace, type Served, type Workspace } from '../support/workspace'

// The addresses of a blog that moved to Lemma (docs/addresses.md).
test.describe.configure({ mode: 'serial' })

let workspace: Workspace
let folder: string
let server: Served

const write = (file: string, text: string) => {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}
const configure = (settings: object) =>
  write(
    'site.config.ts',
    `export const site = ${JSON.stringify({ name: 'Moved', url: 'https://moved.example', language: 'en', author: 'me', ...settings })}\n`,
  )
const writePost = (slug: string, date: string, text: string, fields = '') =>
  write(`content/posts/${slug}.md`, `---\ntitle: Post ${slug}\ndate: ${date}\n${fields}---\n\n${text}\n`)

async function get(path: string): Promise<{ status: number; location: string | null; text: string }> {
  const response = await fetch(server.url + path, { redirect: 'manual' })
  return { status: response.status, location: response.headers.get('location'), text: await response.text() }
}

test.beforeAll(async () => {
  test.setTimeout(240_000)
  workspace = createWorkspace({ isBuilt: true })
  folder = mkdtempSync(join(tmpdir(), 'lemma-urls-'))
  configure({
    permalinks: { posts: '/:year/:month/:slug' },
    redirects: { '/wiki/*': 'https://wiki.example/*' },
  })
  write('content/authors/me.yml', 'name: Me\n')
  write('content/redirects.txt', '# old\n/feed.php /feed.xml 301\n/?page_id=2 /archive\n')
  writePost(
    'cycloid',
    '2011-05-02',
    'See [gamma](gamma.md), [gamma](/posts/gamma).\n\n$$x\\label{a}$$',
    'guid: https://old.example/?p=7\naliases: ["/?p=7", /2010/cycloid]\n',
  )
  writePost('gamma', '2012-06-03', 'See \\eqref{cycloid:a}.', 'permalink: /archives/甲.html\n')
  server = await workspace.serve('start', { LEMMA_SITE: folder })
})
test.afterAll(async () => {
  await server?.stop()
  workspace.remove()
  rmSync(folder, { recursive: true, force: true })
})

const cycloid = '/2011/05/cycloid'
const gamma = '/archives/%E7%94%B2.html'

test('posts are at the URLs that the site and their front matter set, and everything refers to these', async () => {
  for (const url of [cycloid, gamma]) {
    const page = await get(url)
    expect(page.status).toBe(200)
    expect(page.text).toContain(`<link rel="canonical" href="https://moved.example${url}"/>`)
    expect(page.text).not.toContain('href="/posts/')
    for (const form of ['md', 'png', 'bib', 'ris', 'json'])
      expect((await get(`${url}.${form}`)).status).toBe(200)
  }
  const markdown = await fetch(server.url + gamma, { headers: { accept: 'text/markdown' } })
  expect(await markdown.text()).toContain('# Post gamma')
  expect((await get(cycloid)).text).toContain(`<a href="${gamma}">gamma</a>, <a href="${gamma}">gamma</a>`)
  expect((await get(gamma)).text).toContain(`href="${cycloid}#eq-a"`)
  for (const path of ['/', '/archive', '/feed.xml', '/sitemaps/1.xml', '/llms.txt', '/search?q=post']) {
    const { text } = await get(path)
    expect(text, path).toContain(cycloid)
    expect(text, path).toContain(gamma)
    expect(text, path).not.toContain('/posts/')
  }
})

test('an entry keeps its guid in all feeds', async () => {
  expect((await get('/feed.xml')).text).toContain('<guid isPermaLink="false">https://old.example/?p=7</guid>')
  expect((await get('/atom.xml')).text).toContain('<id>https://old.example/?p=7</id>')
  expect(JSON.parse((await get('/feed.json')).text).items.map(({ id }: { id: string }) => id)).toContain(
    'https://old.example/?p=7',
  )
})

const redirects: [from: string, to: string, status?: number][] = [
  ['/posts/cycloid', cycloid],
  ['/posts/gamma', gamma],
  ['/posts/cycloid.md', `${cycloid}.md`],
  ['/posts/gamma.bib?of=eq-1', `${gamma}.bib?of=eq-1`],
  [`${cycloid}/`, cycloid],
  ['/2010/cycloid/', cycloid],
  ['/2010/cycloid.png', `${cycloid}.png`],
  ['/?p=7', cycloid],
  ['/?utm=x&p=7', cycloid],
  ['/?page_id=2', '/archive'],
  ['/feed.php?x', '/feed.xml', 301],
  ['/wiki/a/b?c=d', 'https://wiki.example/a/b?c=d'],
]

test('old addresses redirect: the default path of a post, aliases, and the redirects of the site', async () => {
  for (const [from, to, status = 308] of redirects) {
    const response = await get(from)
    expect({ from, status: response.status, to: response.location }).toEqual({ from, status, to })
  }
  expect((await get('/?p=8')).status).toBe(200)
  for (const path of [
    '/2012/05/cycloid',
    '/2011/05/none',
    '/archives/none.html',
    '/2011/05/none.md',
    '/x.png',
  ])
    expect((await get(path)).status, path).toBe(404)
})

test('pointing at a link to a post at any path shows its beginning, a reference its equation', async ({
  page,
}) => {
  await page.goto(server.url + gamma)
  await page.locator('main .prose a.reference').hover()
  await expect(page.locator('#preview .display')).toBeVisible()
  await page.goto(`${server.url}/archive`)
  await page.locator(`main li a[href="${gamma}"]`).hover()
  await expect(page.locator('#preview .preview-title')).toHaveText('Post gamma')
})

test('another pattern and other redirects are live without a build; the URL of a deleted post is gone', async () => {
  const becomes = (path: string, status: number) =>
    expect(async () => expect((await get(path)).status).toBe(status)).toPass({
      intervals: [50],
      timeout: 10_000,
    })
  configure({ permalinks: { posts: '/:slug.html' } })
  await becomes('/cycloid.html', 200)
  expect((await get('/posts/cycloid')).location).toBe('/cycloid.html')
  expect((await get(gamma)).text).toContain('href="/cycloid.html#eq-a"')
  await becomes(cycloid, 404)
  expect((await get('/wiki/a')).status).toBe(404)
  write('content/redirects.txt', `${cycloid} /cycloid.html\n`)
  await becomes(cycloid, 308)
  rmSync(join(folder, 'content/redirects.txt'))
  await becomes(cycloid, 404)
  rmSync(join(folder, 'content/posts/gamma.md'))
  await becomes(gamma, 410)
  expect((await get('/posts/gamma')).status).toBe(410)
})
