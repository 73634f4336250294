import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readBody } from '../../markdown/print/body'
import type { Problem } from '../../markdown/problems/problem'
import type { Published } from '../../published/types'
import { testSite } from '../../site/test-site'
import { bodyStore } from '../../store/store'
import { createDocumentCompiler, type DocumentCompiler } from '../compile/compile-document'
import { documentTypes } from '../front-matter/document-types'
import { connectPosts } from '../link/connections'
import { readDocument } from '../read/read-document'
import { toPublished } from '../read/shape-documents'
import { linkAndCheck } from './link-and-check'

const project = process.cwd()
const root = mkdtempSync(join(tmpdir(), 'lemma-links-'))
let compiler: DocumentCompiler
beforeAll(() => {
  process.chdir(root)
  compiler = createDocumentCompiler(testSite)
})
beforeEach(() => rmSync('content', { recursive: true, force: true }))
afterAll(() => {
  process.chdir(project)
  rmSync(root, { recursive: true, force: true })
})

function write(file: string, text: string): void {
  mkdirSync(dirname(join('content', file)), { recursive: true })
  writeFileSync(join('content', file), text)
}

/** Publish documents, by their paths, with a title and a date. */
async function publish(
  texts: Readonly<Record<string, string>>,
): Promise<{ published: Published; problems: Problem[]; html: (slug: string) => string; citedBy: string[] }> {
  const documents = []
  for (const [file, text] of Object.entries(texts)) {
    const date = file.startsWith('posts') ? 'date: 2020-01-01\n' : ''
    write(file, text.startsWith('---') ? text : `---\ntitle: x\n${date}---\n\n${text}`)
    const { document, problems } = await readDocument(join('content', file), documentTypes, compiler)
    expect(problems).toEqual([])
    if (document) documents.push(document)
  }
  const { published, compiled } = toPublished(documents, { ...testSite, navigation: [] })
  const linked = linkAndCheck(published, compiled, [], true)
  return {
    ...linked,
    // The site of these tests has no authors.
    problems: linked.problems.filter(({ rule }) => rule !== 'authors' && rule !== 'site'),
    html(slug) {
      const post = linked.published.posts.find((post) => post.slug === slug)
      return post ? readBody(bodyStore, post.body).page.html.join('') : ''
    },
    citedBy: connectPosts(published, compiled).other?.citedBy ?? [],
  }
}

test('a link to the file of another article leads to its URL, with its fragment', async () => {
  const { html, problems, citedBy } = await publish({
    'posts/a.md': '[前文](other.md#节) [它](./folder/index.mdx) [页](../pages/about.md?x=1)',
    'posts/other.md': '---\ntitle: x\ndate: 2020-01-01\nslug: other\n---\n\n## 节\n',
    'posts/folder/index.mdx': '[甲](../a.md) [自己](index.mdx#x)\n\n## x\n',
    'pages/about.md': '关于',
  })
  expect(problems).toEqual([])
  const hrefs = [...html('a').matchAll(/href="([^"]*)"/g)].map(([, href]) => decodeURIComponent(href ?? ''))
  expect(hrefs).toEqual(['/posts/other#节', '/posts/folder', '/about?x=1'])
  expect(html('folder')).toContain('href="/posts/a"')
  expect(html('folder')).toContain('href="/posts/folder#x"')
  expect(citedBy).toEqual(['a'])
})

test('a link by file follows the article to a new address', async () => {
  const link = '[前文](other.md)'
  const first = await publish({ 'posts/a.md': link, 'posts/other.md': '甲' })
  expect(first.html('a')).toContain('href="/posts/other"')
  const renamed = '---\ntitle: x\ndate: 2020-01-01\nslug: 新\n---\n\n甲'
  const second = await publish({ 'posts/a.md': link, 'posts/other.md': renamed })
  expect(second.html('a')).toContain(`href="/posts/${encodeURIComponent('新')}"`)
})

test('a link may lead to a file of site/public', async () => {
  mkdirSync('site/public/notes', { recursive: true })
  writeFileSync('site/public/notes/讲义.pdf', '')
  const texts = { 'posts/a.md': '[讲义](/notes/%E8%AE%B2%E4%B9%89.pdf) [没有](/notes/none.pdf)' }
  expect((await publish(texts)).problems).toMatchObject([
    { message: expect.stringContaining('/notes/none.pdf') },
  ])
})

test('a relative link without extension leads to the page of that name', async () => {
  const { html, problems } = await publish({
    'posts/a.md': '[乙](b) [丙](../about)',
    'posts/b.md': '乙',
    'pages/about.md': '丙',
  })
  expect(problems).toEqual([])
  expect(html('a')).toContain('href="/posts/b"')
  expect(html('a')).toContain('href="/about"')
})

test.each([
  ['[前文](missing.md)', 'there is no document content/posts/missing.md', 'Check the name'],
  ['[前文](b.mdx)', 'there is no document content/posts/b.mdx', 'Did you mean b.md?'],
  ['[前文](othre.md)', 'there is no document content/posts/othre.md', 'Did you mean other.mdx?'],
  ['[讲义](missing.pdf)', 'there is no file content/posts/missing.pdf', 'Check the name'],
  ['[讲义](notes.pdf)', 'files beside an article are not served yet', 'public address'],
  ['[讲义](<my notes.pdf>)', 'files beside an article are not served yet', 'public address'],
  ['<video src="a.mp4"></video>', 'files beside an article are not served yet', 'public address'],
  ['<video src="/posts/a.mp4"></video>', 'files beside an article are not served yet', 'public address'],
  ['<video src="missing.mp4"></video>', 'there is no file content/posts/missing.mp4', 'public address'],
  ['<iframe src="a/b.html"></iframe>', 'there is no file content/posts/a/b.html', 'public address'],
  ['[站](www.example.org/a)', 'starts with https://', 'https://www.example.org/a'],
  ['[无]()', 'a link without an address', 'Write'],
  ['[无](nothing)', 'the site has no page /posts/nothing', 'file of an article'],
])('%s is an error', async (text, message, hint) => {
  for (const file of ['posts/notes.pdf', 'posts/my notes.pdf', 'posts/a.mp4']) write(file, 'x')
  const { problems } = await publish({
    'posts/a.md': `甲\n\n乙 ${text}`,
    'posts/b.md': '乙',
    'posts/other.mdx': '丙',
  })
  expect(problems).toMatchObject([
    {
      file: 'content/posts/a.md',
      line: 8,
      column: 3,
      rule: 'link',
      message: expect.stringContaining(message),
      hint: expect.stringContaining(hint),
    },
  ])
  expect(problems[0]?.severity).toBeUndefined()
})

test('a fragment that the linked article does not have is a warning', async () => {
  const { problems } = await publish({ 'posts/a.md': '[前文](other.md#无)', 'posts/other.md': '## 节' })
  expect(problems).toMatchObject([{ severity: 'warning', message: expect.stringContaining('other.md#无') }])
})

test('public addresses, fragments and paths of the site are not files', async () => {
  const { problems } = await publish({
    'posts/a.md':
      '[一](https://example.org/a.pdf) [二](#节) [三](/archive) [四](mailto:a@b.c) <video src="https://example.org/a.mp4"></video>\n\n## 节',
  })
  expect(problems).toEqual([])
})

test('titles with formulas are readable text, and typeset in HTML', async () => {
  const { published } = await publish({
    'posts/a.md':
      '---\ntitle: 与 $\\mathcal{O}(n)$\ndate: 2020-01-01\nsummary: 设 $x^2$\naliases: [/2011/x/]\n---\n\n甲',
  })
  const [post] = published.posts
  expect(post).toMatchObject({ title: '与 O(n)', summary: '设 x²', aliases: ['/2011/x'] })
  expect(post?.html?.title).toContain('class="katex"')
  expect(post?.html?.summary).toContain('class="katex"')
})
