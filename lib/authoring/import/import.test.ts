import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ImportResult, importSite } from './import'
import { createBlog } from './test-data/blog'
import { writeSqlite } from './test-data/typecho-databases'
import { typechoTables } from './test-data/typecho-tables'

const svg = (size: number) => `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="1"/>`
const project = process.cwd()
const folder = mkdtempSync(join(tmpdir(), 'lemma-import-'))
const uploads = join(folder, 'uploads')
const requests: string[] = []
let server: Server
let database: string

beforeAll(async () => {
  // The old site, which has the images: `/7/name.png` has the width 7.
  server = createServer(({ url = '' }, response) => {
    requests.push(url)
    const size = /^\/(\d+)\//.exec(url)?.[1]
    if (size) response.end(svg(Number(size)))
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  database = join(folder, 'typecho.db')
  writeDatabase(url)
  mkdirSync(join(uploads, '2020/01'), { recursive: true })
  writeFileSync(join(uploads, '2020/01/图.png'), svg(1))
  mkdirSync(join(folder, 'site/content'), { recursive: true })
  writeFileSync(join(folder, 'site/site.config.ts'), readFileSync('site.config.ts'))
  process.chdir(join(folder, 'site'))
})
afterAll(() => {
  process.chdir(project)
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true })
})

function writeDatabase(url: string): void {
  const blog = createBlog(2)
  const [first, second, ...posts] = blog.posts
  if (!first || !second) throw new Error('no posts')
  const images = `\n\n![上传](${url}/usr/uploads/2020/01/%E5%9B%BE.png) ![远程](${url}/2/a.png) ![](${url}/3/a.png) ![](/missing.png)`
  const html = `${second.html}\n\n换行\n的段落 <img src="/4/b.png?x=1&amp;y">`
  const pages = posts.map((post) => (post.kind === 'page' ? { ...post, status: 'private' as const } : post))
  const changed = [{ ...first, markdown: first.markdown + images }, { ...second, html }, ...pages]
  writeSqlite(database, typechoTables({ ...blog, url, posts: changed }))
}

function run(): Promise<ImportResult> {
  return importSite({
    system: 'typecho',
    location: database,
    uploads,
    dryRun: false,
    hashEmails: true,
    log: () => {},
    isAllowedAddress: (address) => address === '127.0.0.1',
  })
}

test('imports a database with its images and comments, and changes nothing when it runs again', async () => {
  const { lost, summary } = await run()
  expect(lost).toBe(0)
  const post = 'content/posts/post-00000'
  const text = readFileSync(`${post}/index.md`, 'utf8')
  const links = [...text.matchAll(/!\[[^\]]*\]\(([^)]*)\)/g)].map(([, link = '']) => decodeURI(link))
  expect(links).toEqual(['图.png', 'a.svg', expect.stringMatching(/^a-[\da-f]{8}\.svg$/), '/missing.png'])
  expect(readdirSync(post).sort()).toEqual(['index.md', ...links.slice(0, 3)].sort())
  expect(readFileSync(`${post}/a.svg`, 'utf8')).toBe(svg(2))
  expect(summary).toContain('missing.png')
  const html = readFileSync('content/posts/post-00001/index.md', 'utf8')
  expect(html).toContain('\n\n换行\\\n的段落 ![](b.svg)')
  expect(readFileSync('import/typecho/urls.txt', 'utf8')).toMatch(/^\/2\/a\.png \/media\/[\da-f]+\/a\.svg$/m)
  expect(readFileSync('import/typecho/comments.ndjson', 'utf8')).not.toContain('Reader@')
  expect(readFileSync('content/posts/about.md', 'utf8')).toMatch(/^draft: true$/m)
  expect(existsSync('content/pages/about.md')).toBe(false)

  requests.length = 0
  const again = await run()
  expect(again.summary).toMatch(/unchanged since the last import/)
  expect(readFileSync(`${post}/index.md`, 'utf8')).toBe(text)
  // Only what failed is requested again.
  expect(requests).toEqual(['/missing.png'])
})
