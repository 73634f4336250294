import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { testSite } from '../../../site/test-site'
import { type LocaliseReport, localiseArticles } from './localise'

const project = process.cwd()
const svg = (size: number) => `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="1"/>`
let folder: string
let server: Server
let host: string

beforeAll(async () => {
  // `/7/name.png` is an image with the width 7.
  server = createServer(({ url = '' }, response) => {
    const size = /^\/(\d+)\//.exec(url)?.[1]
    if (size) response.end(svg(Number(size)))
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lemma-localise-'))
  process.chdir(folder)
})
afterEach(() => {
  process.chdir(project)
  rmSync(folder, { recursive: true })
})

/** Localise one file; `HOST` in it is the test's server. */
async function localise(file: string, text: string): Promise<{ text: string; report: LocaliseReport }> {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text.replaceAll('HOST', host))
  const options = { isAllowedAddress: () => true }
  const report = await localiseArticles([file], { settings: testSite, components: [] }, options)
  return { text: readFileSync(file, 'utf8').replaceAll(host, 'HOST'), report }
}

test('changes the links of all kinds of images, and not one other byte', async () => {
  const text = [
    '\uFEFF---',
    'title: "![x](HOST/1/title.png)"',
    "cover: 'HOST/1/封%20面.png'",
    '---',
    '',
    '  * 列表   ![说明 $a_b$](HOST/2/a.png "标题")  ',
    '> 引用 ![](<HOST/3/b (1).png>) 与 [![](HOST/2/a.png)](HOST/9/page)',
    '',
    '![按名][图] ![](HOST/4/x?a=1&amp;b\\_c=2)',
    '',
    '[图]: HOST/5/ref.png',
    '',
    '<figure><img alt="x" src="HOST/6/h.png?x&amp;y" width=3></figure>',
    '',
    '`![](HOST/1/code.png)` $\\text{![](HOST/1/formula.png)}$ <!-- <img src="HOST/1/comment.png"> -->',
    '',
    '```',
    '![](HOST/1/block.png)',
    '```',
    '![本地](local.png)',
  ].join('\r\n')
  const { text: after, report } = await localise('content/posts/post.md', text)
  const expected = text
    .replace("'HOST/1/封%20面.png'", "'post/封-面.svg'")
    .replaceAll('(HOST/2/a.png', '(post/a.svg')
    .replace('HOST/3/b (1).png', 'post/b-1.svg')
    .replace('HOST/4/x?a=1&amp;b\\_c=2', 'post/x.svg')
    .replace('HOST/5/ref.png', 'post/ref.svg')
    .replace('HOST/6/h.png?x&amp;y', 'post/h.svg')
  expect(after).toBe(expected)
  expect(report).toEqual({ changed: [{ file: 'content/posts/post.md', images: 7 }], failures: [] })
  expect(readFileSync('content/posts/post/h.svg', 'utf8')).toBe(svg(6))
})

test('places images in the folder of index.md, and gives different images different names', async () => {
  const { text } = await localise(
    'content/posts/a/index.md',
    '![](HOST/1/a.png)\n![](HOST/2/a.png)\n![](HOST/1/b.png)\n',
  )
  expect(text).toMatch(/^!\[\]\(a\.svg\)\n!\[\]\(a-[\da-f]{8}\.svg\)\n!\[\]\(a\.svg\)\n$/)
})

test('changes JSX in .mdx', async () => {
  const { text } = await localise(
    'content/posts/a.mdx',
    '文 <img src="HOST/1/a.png" alt="x" />\n\n{/* more */}\n',
  )
  expect(text).toBe('文 <img src="a/a.svg" alt="x" />\n\n{/* more */}\n')
})

test('reports what stays remote with its place, and changes the rest', async () => {
  const { text, report } = await localise(
    'content/posts/a.md',
    '一\n\n二 ![](HOST/missing.png) ![](HOST/1/a.png)\n\n![][r] [r]\n\n[r]: HOST/2/r.png\n',
  )
  expect(text).toBe('一\n\n二 ![](HOST/missing.png) ![](a/a.svg)\n\n![][r] [r]\n\n[r]: HOST/2/r.png\n')
  expect(report.failures).toMatchObject([
    { line: 3, column: 3, url: `${host}/missing.png`, reason: 'the server responded with 404' },
    { line: 7, column: 1, reason: expect.stringContaining('cannot be changed automatically') },
  ])
})

test('leaves files without remote images alone', async () => {
  const { report } = await localise('content/posts/a.md', '![](a.png) [x](HOST/1/a.png)\n')
  expect(report).toEqual({ changed: [], failures: [] })
  expect(existsSync('content/posts/a')).toBe(false)
})
