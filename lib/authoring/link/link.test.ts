import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readBibliography } from '../../markdown/bibliography/bibliography'
import { createCompiler } from '../../markdown/compile'
import { plainNumbering, readNumbering } from '../../markdown/numbering/numbering'
import { readBody } from '../../markdown/print/body'
import { testSite } from '../../site/test-site'
import { openStore } from '../../store/store'
import { checkLinks } from '../check/check-links'
import { type Linkable, linkDocuments } from './link'

interface Article {
  text: string
  numbering?: unknown
  series?: string
  part?: number
}

/** Compile and link articles by slug, as publishing does. */
async function setUp(articles: Record<string, Article>) {
  const folder = mkdtempSync(join(tmpdir(), 'lemma-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const { compile } = createCompiler({
    settings: testSite,
    store: openStore(folder),
    bodies: folder,
    components: [],
    bibliography: readBibliography('', ''),
    bibliographyVersion: '',
    version: '1',
  })
  const linkables = await Promise.all(
    Object.entries(articles).map(async ([slug, { text, numbering, ...fields }]): Promise<Linkable> => {
      const document = { title: slug, lang: 'zh-CN', body: '', problems: [] } as const
      const file = `content/posts/${slug}.md`
      const url = `/posts/${slug}`
      const compiled = await compile({
        file,
        text,
        folder: 'posts',
        url,
        lang: 'zh-CN',
        macros: {},
        numbering: readNumbering(numbering) ?? plainNumbering,
      })
      return {
        document: { ...document, problems: [], file, slug, url, body: compiled.key, ...fields },
        compiled,
        numbering,
      }
    }),
  )
  const { bodies, problems } = linkDocuments(linkables, folder)
  const body = (slug: string) => {
    const { file = '', body = '' } = linkables.find(({ document }) => document.slug === slug)?.document ?? {}
    return readBody(folder, bodies.get(file) ?? body)
  }
  const html = (slug: string): string => body(slug).page.html[0] ?? ''
  const numbered = (slug: string) => body(slug).numbered
  return { linkables, problems, html, numbered }
}

const equation = (label: string) => `\\begin{equation}\nx\\label{${label}}\n\\end{equation}\n\n`

test('a reference to another article shows its number and links to it', async () => {
  const { problems, html } = await setUp({
    one: { text: `${equation('a')}${equation('b')}见 \\eqref{a}。` },
    two: { text: '见 \\eqref{one:b}。' },
  })
  expect(problems).toEqual([])
  expect(html('two')).toContain('href="/posts/one#eq-b"')
  expect(html('two')).toMatch(/\(2\)<\/a>/)
})

test('a tag may contain the number of another article, and references to it follow, through several articles', async () => {
  const { problems, html } = await setUp({
    one: { text: equation('a'), numbering: 'continue', series: 's', part: 2 },
    zero: { text: equation('o'), series: 's', part: 1 },
    two: { text: "$$x\\tag{\\ref{one:a}$'$}\\label{b}$$\n\n见 \\eqref{b}，\\eqref{zero:o}。" },
    three: { text: '$$y\\tag{\\ref{two:b}a}\\label{c}$$\n\n见 \\eqref{two:b} 和 \\eqref{c}。' },
    four: { text: '见 \\eqref{three:c}。' },
  })
  expect(problems).toEqual([])
  const text = (slug: string) => html(slug).replace(/<[^>]*>/g, '')
  expect(text('two')).toContain('(2′)，(1)')
  expect(text('three')).toContain('(2′) 和 (2′a)')
  expect(text('four')).toContain('(2′a)')
  expect(html('three')).not.toMatch(/<a [^>]*>[^<]*<a /)
})

test('tags of two articles that contain each other end with ??', async () => {
  const { html } = await setUp({
    one: { text: '$$x\\tag{\\ref{two:b}}\\label{a}$$\n\n\\eqref{a}' },
    two: { text: '$$y\\tag{\\ref{one:a}}\\label{b}$$\n\n\\eqref{b}' },
  })
  expect(html('one')).toContain('(??)')
})

test('a part with `numbering: continue` continues the previous parts, and references follow', async () => {
  const { html } = await setUp({
    three: { text: equation('c'), numbering: 'continue', series: 's', part: 3 },
    one: { text: equation('a') + equation('b'), series: 's', part: 1 },
    two: { text: '只有文字。', numbering: 'continue', series: 's', part: 2 },
    other: { text: '见 \\eqref{three:c}。' },
  })
  expect(html('three')).toContain('id="eq-c"')
  expect(html('other')).toMatch(/\(3\)<\/a>/)
})

test('a part without `numbering: continue` starts from 1', async () => {
  const { html } = await setUp({
    one: { text: equation('a'), series: 's', part: 1 },
    two: { text: equation('b'), series: 's', part: 2 },
    other: { text: '见 \\eqref{two:b}。' },
  })
  expect(html('other')).toMatch(/\(1\)<\/a>/)
})

test('reports `numbering: continue` outside a series', async () => {
  const { problems } = await setUp({ one: { text: '甲', numbering: 'continue' } })
  expect(problems).toMatchObject([{ rule: 'numbering', file: 'content/posts/one.md' }])
})

test('reports references without a target, with their position and the existing labels', async () => {
  const { problems } = await setUp({
    one: { text: equation('energy') },
    two: { text: '甲\n\n见 \\eqref{one:enrgy} 与 \\eqref{nix}。' },
  })
  expect(problems).toMatchObject([
    { file: 'content/posts/two.md', line: 3, column: 3, rule: 'reference', hint: 'Its labels are energy.' },
    {
      file: 'content/posts/two.md',
      line: 3,
      rule: 'reference',
      hint: expect.stringContaining('\\label{nix}'),
    },
    { file: 'content/posts/one.md', line: 2, severity: 'warning', rule: 'unused-label' },
  ])
})

test('reports a duplicate label', async () => {
  const { linkables } = await setUp({ one: { text: `${equation('a')}${equation('a')}` } })
  const problems = linkables.flatMap(({ compiled }) => compiled.problems)
  expect(problems).toHaveLength(1)
  expect(problems[0]).toMatchObject({ line: 6, message: expect.stringContaining('"a"') })
  expect(problems[0]?.severity).toBeUndefined()
})

test('warns of links to missing pages and missing anchors', async () => {
  const { linkables } = await setUp({
    one: {
      text: `## 甲\n\n${equation('a')}[一](#甲) [二](/posts/two#eq-a) [三](/posts/one#eq-a) [四](/posts/none)`,
    },
    two: { text: '[五](/archive) [六](/posts/one#甲) [七](/posts/one/)' },
  })
  const problems = checkLinks(linkables, {
    site: testSite,
    posts: [],
    series: [],
    pages: [],
    authors: [],
    files: [],
    connections: {},
  })
  expect(problems).toMatchObject([
    {
      file: 'content/posts/one.md',
      severity: 'warning',
      message: expect.stringContaining('/posts/two#eq-a'),
    },
    { file: 'content/posts/one.md', severity: 'warning', message: expect.stringContaining('/posts/none') },
  ])
})

test('an unlabelled equation of a continuing part has its number as its anchor, and can be cited by it', async () => {
  const { html, numbered } = await setUp({
    one: { text: '$$x\\tag{9}$$\n\n\\begin{equation}\nx\n\\end{equation}', series: 's', part: 1 },
    two: { text: '\\begin{equation}\ny\n\\end{equation}', numbering: 'continue', series: 's', part: 2 },
  })
  expect(html('two')).toContain('id="eq-2"')
  expect(numbered('two')).toEqual([{ kind: 'equation', number: '2', anchor: 'eq-2' }])
})
