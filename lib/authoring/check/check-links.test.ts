import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { PublishedFile } from '../../markdown/images/asset'
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
  site = testSite,
): Promise<{
  published: Published
  problems: Problem[]
  html: (slug: string) => string
  files: (slug: string) => PublishedFile[]
  citedBy: string[]
}> {
  const documents = []
  for (const [file, text] of Object.entries(texts)) {
    const date = file.startsWith('posts') ? 'date: 2020-01-01\n' : ''
    write(file, text.startsWith('---') ? text : `---\ntitle: x\n${date}---\n\n${text}`)
    const { document, problems } = await readDocument(
      join('content', file),
      documentTypes,
      site === testSite ? compiler : createDocumentCompiler(site),
    )
    expect(problems).toEqual([])
    if (document) documents.push(document)
  }
  const { published, compiled } = toPublished(documents, { ...site, navigation: [] })
  const linked = linkAndCheck(published, compiled, [], true)
  return {
    ...linked,
    // The site of these tests has no authors.
    problems: linked.problems.filter(({ rule }) => rule !== 'authors' && rule !== 'site'),
    html(slug) {
      const post = linked.published.posts.find((post) => post.slug === slug)
      return post ? readBody(bodyStore, post.body).page.html.join('') : ''
    },
    files: (slug) => compiled.get(`content/posts/${slug}.md`)?.compiled.files ?? [],
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
  ['[程序](tool.exe)', 'content/posts/tool.exe, whose type is not served', '.zip'],
  ['<video src="missing.mp4"></video>', 'Found no file at content/posts/missing.mp4', 'Check the name'],
  ['<video poster="missing.jpg"></video>', 'Found no file at content/posts/missing.jpg', 'Check the name'],
  ['<video src="https://example.org/a.mp4"></video>', 'expected a file of this site', 'embeds'],
  ['![片](missing.mp4)', 'Found no file at content/posts/missing.mp4', 'Check the name'],
  ['<iframe src="a/b.html"></iframe>', 'Found <iframe> with a/b.html', 'https://'],
  ['<iframe src="https://example.org/a"></iframe>', 'embeds in site.config.ts', "'example.org'"],
  ['[站](www.example.org/a)', 'starts with https://', 'https://www.example.org/a'],
  ['[无]()', 'a link without an address', 'Write'],
  ['[无](nothing)', 'the site has no page /posts/nothing', 'file of an article'],
])('%s is an error', async (text, message, hint) => {
  write('posts/tool.exe', 'x')
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
      rule: expect.stringMatching(/^(link|media|embed)$/),
      message: expect.stringContaining(message),
      hint: expect.stringContaining(hint),
    },
  ])
  expect(problems[0]?.severity).toBeUndefined()
})

test('a link to a file leads to the published file, which is published with the article', async () => {
  const files = ['posts/notes.pdf', 'posts/我的 讲义.pdf', 'posts/a.mp4', 'posts/photo.png']
  for (const file of files) write(file, file)
  const {
    html,
    problems,
    files: published,
  } = await publish({
    'posts/a.md':
      '[一](notes.pdf#page=3) [二](<我的 讲义.pdf>) [三](photo.png)\n\n![四](a.mp4)\n\n<video src="/posts/a.mp4"></video>',
  })
  expect(problems).toEqual([])
  const urls = [...html('a').matchAll(/(?:href|src)="([^"]*)"/g)].map(([, url]) =>
    decodeURIComponent(url ?? ''),
  )
  expect(urls.map((url) => url.replace(/[0-9a-f]{12}/, '…'))).toEqual([
    '/media/…/notes.pdf#page=3',
    '/media/…/我的 讲义.pdf',
    '/media/…/photo.png',
    '/media/…/a.mp4',
    '/media/…/a.mp4',
  ])
  expect([...new Set(published('a').map(({ source }) => source))].sort()).toEqual(files.sort())
})

test('a fragment that the linked article does not have is a warning', async () => {
  const { problems } = await publish({ 'posts/a.md': '[前文](other.md#无)', 'posts/other.md': '## 节' })
  expect(problems).toMatchObject([{ severity: 'warning', message: expect.stringContaining('other.md#无') }])
})

test('public addresses, fragments and paths of the site are not files', async () => {
  const { problems } = await publish({
    'posts/a.md': '[一](https://example.org/a.pdf) [二](#节) [三](/archive) [四](mailto:a@b.c)\n\n## 节',
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

const moved = { ...testSite, permalinks: { posts: '/:year/:month/:slug' } }

test('links to posts lead to the URLs that the pattern or the front matter sets, by file, by slug and by reference', async () => {
  const { html, problems, citedBy, published } = await publish(
    {
      'posts/a.md':
        '[1](other.md#x) [2](/posts/other?y#x) [3](/posts/own) \\eqref{other:e} [4](/2020/01/other)',
      'posts/other.md': '## x\n\n$$x\\label{e}$$\n\n[自己](#x)',
      'posts/own.md':
        '---\ntitle: x\ndate: 2020-01-01\npermalink: /archives/1.html\n---\n\n[5](/posts/other.bib)',
    },
    moved,
  )
  expect(problems).toEqual([])
  expect(published.posts.map(({ url }) => url)).toEqual(['/2020/01/a', '/2020/01/other', '/archives/1.html'])
  const hrefs = [...html('a').matchAll(/href="([^"]*)"/g)].map(([, href]) => href)
  expect(hrefs).toEqual([
    '/2020/01/other#x',
    '/2020/01/other?y#x',
    '/archives/1.html',
    '/2020/01/other#eq-e',
    '/2020/01/other',
  ])
  expect(citedBy).toEqual(['a'])
})

test('a post without an id is a problem if the pattern needs one', async () => {
  const site = { ...testSite, permalinks: { posts: '/archives/:id.html' } }
  const texts = {
    'posts/a.md': 'Text.',
    'posts/b.md': '---\ntitle: x\ndate: 2020-01-01\nid: 42\n---\n',
    'posts/c.md': '---\ntitle: x\ndate: 2020-01-01\npermalink: /c\n---\n',
  }
  const { problems, published } = await publish(texts, site)
  expect(problems).toMatchObject([
    { file: 'content/posts/a.md', rule: 'permalink', message: expect.stringContaining('Found no id') },
  ])
  expect(published.posts.map(({ url }) => url)).toEqual(['/archives/a.html', '/archives/42.html', '/c'])
})

test('a link to an old address of the configuration is not missing', async () => {
  const site = { ...testSite, redirects: { '/old/': '/posts/a' } }
  const { problems } = await publish({ 'posts/a.md': '[旧](/old) [无](/none)' }, site)
  expect(problems).toMatchObject([{ message: expect.stringContaining('/none') }])
})
/** Parts of addresses: of pages that exist and of others, of files, of other sites. */
const paths = [
  ...[
    '',
    'b.md',
    './b.md',
    '../posts/b.md',
    'none.md',
    'b',
    'none',
    '../pages/about.md',
    '../about',
    'pages/about.md',
  ],
  ...[
    '/posts/b',
    '/posts/b/',
    '/posts/none',
    '/b',
    '/about',
    '/none',
    '/search',
    '/feed.xml',
    '/none.xml',
    '/posts/b.md',
  ],
  ...[
    'none.pdf',
    'notes.pdf',
    '/none.pdf',
    'www.example.org',
    '//example.org/a',
    'https://example.org/none.md',
  ],
]
const suffixes = ['', '', '#节', '#无', '?x=1', '?x#节', '#%E8%8A%82', '#']
const links = fc
  .tuple(fc.constantFrom(...paths), fc.constantFrom(...suffixes))
  .chain(([path, suffix]) =>
    fc.constantFrom(
      ...[`[甲](${path}${suffix})`, `[甲](<${path}${suffix}> "题")`, `<a href="${path}${suffix}">甲</a>`],
      ...[
        `[甲][a]\n\n[a]: <${path}${suffix}>`,
        `![甲](${path}${suffix})`,
        `[![甲](none.svg)](${path}${suffix})`,
      ],
      `<area href="${path}${suffix}">`,
    ),
  )

test('a link or an image on a page that leads nowhere has a problem', async () => {
  write('posts/notes.pdf', 'x')
  await fc.assert(
    fc.asyncProperty(links, async (link) => {
      const { html, problems } = await publish({
        'posts/a.md': `甲\n\n## 节\n\n${link}`,
        'posts/b.md': '## 节',
        'pages/about.md': '## 节',
      })
      const [, , printed = ''] = html('a').split(/<\/?h2/)
      const addresses = [...printed.matchAll(/ (href|src)="([^"]*)"/g)]
      expect(addresses.length, link).toBeGreaterThan(0)
      const isDead = addresses.some(([, attribute, address = '']) =>
        attribute === 'src' ? !address.startsWith('/media/') : leadsNowhere(decodeURIComponent(address)),
      )
      expect(isDead && problems.length === 0, link).toBe(false)
    }),
    { numRuns: 100 },
  )
}, 60_000)

/** Does an address of the page `/posts/a` lead to nothing? All documents contain one heading, 节. */
function leadsNowhere(address: string): boolean {
  // Files next to an article are served.
  if (/^(?:https?:)?\/\/|^\/media\//.test(address)) return false
  const [path = '', anchor = ''] = address.replace(/\?[^#]*/, '').split('#')
  if (address === '' || !/^(?:$|\/(?:posts\/b|about)\/?$)/.test(path))
    return !/^\/(?:search|feed\.xml|posts\/b\.md)$/.test(path)
  return anchor !== '' && anchor !== '节'
}
