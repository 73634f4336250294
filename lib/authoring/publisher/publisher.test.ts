import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { testSite } from '../../site/test-site'
import { createDocumentCompiler } from '../compile/compile-document'
import type { CompilerPool } from '../compile/pool'
import { documentTypes } from '../front-matter/document-types'
import { readDocument } from '../read/read-document'
import { type Mode, Publisher } from './publisher'

const project = process.cwd()
const settings = testSite
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lemma-publisher-'))
  process.chdir(folder)
  vi.spyOn(console, 'error').mockImplementation(() => {})
  write('site.config.ts', `export const site = ${JSON.stringify(settings)}`)
  write(`content/authors/${settings.author}.yml`, 'name: Author\n')
  // The navigation leads to it.
  write('content/pages/about.md', '---\ntitle: About\n---\n')
})
afterEach(() => {
  process.chdir(project)
  rmSync(folder, { recursive: true })
  vi.restoreAllMocks()
})

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

function writePost(slug: string, text: string, title = slug): void {
  write(`content/posts/${slug}.md`, `---\ntitle: ${title}\ndate: 2020-01-01\n---\n\n${text}\n`)
}

/** Compiles in this process instead of in workers. */
function openPool(): CompilerPool {
  return {
    read: (file, site) => readDocument(file, documentTypes, createDocumentCompiler(site)),
    readBibliography: async () => [],
    warmUp: () => {},
    close: () => {},
  }
}

const open = (mode: Mode = 'serve') => new Publisher({ mode, since: '', pool: openPool() })
const equation = (label: string) => `\\begin{equation}\nx\\label{${label}}\n\\end{equation}`

test('the first publication expires everything, an edit only the pages that it changes', async () => {
  writePost('a', 'Text.')
  const publisher = open()
  const first = await publisher.publish()
  expect(first.tags).toEqual(['content'])
  expect(first.published.posts.map(({ slug }) => slug)).toEqual(['a'])
  expect((await publisher.publish()).tags).toEqual([])
  writePost('a', 'Other text.')
  const edit = await publisher.publish()
  expect(edit.files).toEqual(['content/posts/a.md'])
  expect(edit.tags).toEqual(['post:a', 'lists'])
})

test('publishes files of the site at once, and expires pages only for files to which they refer', async () => {
  writePost('a', 'Text.')
  const publisher = open()
  await publisher.publish()
  write('site/public/cv.pdf', 'one')
  write('site/style.css', 'p {}')
  const added = await publisher.publish()
  expect(added.files).toEqual(['site/public/cv.pdf', 'site/style.css'])
  expect(added.tags).toEqual(['content'])
  const { files } = JSON.parse(readFileSync('.lemma/state.json', 'utf8'))
  expect(Object.keys(files)).toEqual(['cv.pdf', 'style.css'])
  expect(readFileSync(`.lemma/${files['cv.pdf']}`, 'utf8')).toBe('one')
  expect((await publisher.publish()).tags).toEqual([])
  write('site/public/cv.pdf', 'other')
  const edited = await publisher.publish()
  expect(edited.published.files.map(({ path }) => path)).toEqual(['cv.pdf', 'style.css'])
  expect(edited.tags).toEqual([])
  write('site/public/icon.svg', '<svg/>')
  expect((await publisher.publish()).tags).toEqual(['content'])
  rmSync('site', { recursive: true })
  expect((await publisher.publish()).published.files).toEqual([])
})

test('a file of the site with the path of a route is a problem, and is not published', async () => {
  writePost('a', 'Text.')
  write('site/public/feed.xml', 'mine')
  const { problems, published } = await open().publish()
  expect(problems).toMatchObject([{ file: 'site/public/feed.xml', rule: 'site-file' }])
  expect(published.files).toEqual([])
})

test('readers get the last good version of a file with errors, also after a restart', async () => {
  writePost('a', 'Text.', 'Good')
  await open().publish()
  writePost('a', '$\\fraq$', 'Broken')
  writePost('b', '$\\fraq$')
  const { published, problems } = await open().publish()
  expect(published.posts.map(({ title }) => title)).toEqual(['Good'])
  expect(problems.map(({ file }) => file)).toEqual(['content/posts/a.md', 'content/posts/b.md'])
})

test('a post whose reference loses its target stays as it is published', async () => {
  writePost('a', equation('x'))
  writePost('b', 'See \\eqref{a:x}.')
  const publisher = open()
  const before = await publisher.publish()
  writePost('a', equation('y'))
  const { published, problems, tags } = await publisher.publish()
  expect(published.posts.find(({ slug }) => slug === 'b')).toEqual(
    before.published.posts.find(({ slug }) => slug === 'b'),
  )
  expect(problems).toContainEqual(expect.objectContaining({ file: 'content/posts/b.md', rule: 'reference' }))
  expect(tags).toContain('post:a')
})

test('the author sees files with errors and their problems', async () => {
  writePost('a', '$\\fraq$', 'Broken')
  write('content/posts/b.md', '---\ntitle: b\n---\n')
  const { published } = await open('dev').publish()
  expect(published.posts.map(({ title, problems }) => [title, problems.length])).toEqual([
    ['b.md', 1],
    ['Broken', 1],
  ])
})

test('rebuilds a damaged body', async () => {
  writePost('a', 'Text.')
  const publisher = open()
  await publisher.publish()
  const [body = ''] = readdirSync('.lemma/bodies')
  truncateSync(join('.lemma/bodies', body), 3)
  publisher.checkFiles()
  const { published } = await publisher.publish()
  expect(published.posts).toHaveLength(1)
  expect(console.error).toHaveBeenCalledWith(expect.stringContaining('is damaged; rebuilding it'))
})

test('a body that is damaged again while it is rebuilt is published by the next publication', async () => {
  writePost('a', 'Text.')
  const pool = openPool()
  const publisher = new Publisher({ mode: 'serve', since: '', pool })
  await publisher.publish()
  const damage = () => {
    for (const folder of ['.lemma/bodies', '.next/cache/lemma/bodies'])
      for (const name of readdirSync(folder)) truncateSync(join(folder, name), 3)
  }
  const { read } = pool
  pool.read = async (file, site) => {
    const result = await read(file, site)
    damage()
    return result
  }
  damage()
  publisher.checkFiles()
  const broken = await publisher.publish()
  expect(broken).toMatchObject({ isIncomplete: true, published: { posts: [] } })
  pool.read = read
  const mended = await publisher.publish()
  expect(mended).toMatchObject({ isIncomplete: false, published: { posts: [{ slug: 'a' }] } })
  expect(mended.tags).toContain('post:a')
  expect((await publisher.publish()).tags).toEqual([])
})

test('rebuilds a damaged image although the body of an article that refers to another one cannot be read', async () => {
  writePost('target', equation('x'))
  write('content/posts/drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>')
  writePost('a', 'See \\eqref{target:x}. ![Drawing](drawing.svg)')
  const publisher = open()
  const { published, problems } = await publisher.publish()
  expect(problems).toEqual([])
  const bodies = '.next/cache/lemma/bodies'
  const linked = published.posts.find(({ slug }) => slug === 'a')?.body ?? ''
  // As after a check that removed the linked body, and damage of the compiled one before it was linked again.
  rmSync(join(bodies, `${linked}.br`))
  for (const name of readdirSync(bodies)) truncateSync(join(bodies, name), 3)
  const [image = ''] = readdirSync('.lemma/media', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.svg'),
  )
  const original = readFileSync(join('.lemma/media', image))
  truncateSync(join('.lemma/media', image), 3)
  publisher.checkFiles()
  const first = await publisher.publish()
  expect(first.published.posts.map(({ slug }) => slug).sort()).toEqual(['a', 'target'])
  // The service publishes again, because the files are not checked yet.
  expect(first.isIncomplete).toBe(true)
  expect((await publisher.publish()).isIncomplete).toBe(false)
  expect(readFileSync(join('.lemma/media', image))).toEqual(original)
  expect((await publisher.publish()).tags).toEqual([])
})

test('reports the changes of another publisher of the same folder', async () => {
  writePost('a', 'Text.')
  const [first, second] = [open(), open()]
  await first.publish()
  await second.publish()
  writePost('a', 'Other text.')
  await second.publish()
  expect((await first.publish()).tags).toContain('post:a')
})

test('publishes changed settings, and expires every page', async () => {
  writePost('a', 'Text.')
  const publisher = open()
  await publisher.publish()
  write('site.config.ts', `export const site = ${JSON.stringify({ ...settings, name: 'Other' })}`)
  const { tags, published, problems } = await publisher.publish()
  expect(tags).toEqual(['content'])
  expect(published.site.name).toBe('Other')
  expect(problems).toEqual([])
})

test('compiles everything again with new macros', async () => {
  writePost('a', '$\\newmacro$')
  const publisher = open('dev')
  expect((await publisher.publish()).problems).toHaveLength(1)
  const macros = { '\\newmacro': 'x' }
  write('site.config.ts', `export const site = ${JSON.stringify({ ...settings, macros })}`)
  expect((await publisher.publish()).problems).toEqual([])
})

test('keeps the published settings while the configuration has errors, and reports them', async () => {
  writePost('a', 'Text.')
  const publisher = open()
  await publisher.publish()
  write('site.config.ts', 'export const site = {}')
  const { published, problems } = await publisher.publish()
  expect(published.site.name).toBe(settings.name)
  expect(problems[0]).toMatchObject({ file: 'site.config.ts', line: 1 })
  writePost('b', 'More.')
  expect((await publisher.publish()).published.posts).toHaveLength(2)
})

test('does not publish without any valid settings, and says why', async () => {
  write('site.config.ts', 'export const site = {}')
  await expect(open().publish()).rejects.toThrow('site.config.ts:1: The setting "name" is missing.')
})

/** The state that the server reads. */
const readState = () => JSON.parse(readFileSync('.lemma/state.json', 'utf8'))

test('publishes a changed list of redirects without its mistakes, which are reported', async () => {
  writePost('a', 'Text.')
  const publisher = open()
  await publisher.publish()
  write('content/redirects.txt', '/old /posts/a\n/bad\n')
  const { tags, problems } = await publisher.publish()
  expect(tags).toEqual(['lists'])
  expect(problems).toMatchObject([{ file: 'content/redirects.txt', line: 2, column: 1 }])
  expect(readState().redirects).toEqual([{ from: '/old', to: '/posts/a' }])
  rmSync('content/redirects.txt')
  expect((await publisher.publish()).tags).toEqual(['lists'])
  expect(readState().redirects).toEqual([])
})

test('a changed pattern gives all posts new URLs; the old URL of a deleted post is gone', async () => {
  writePost('a', 'Text.')
  writePost('b', 'Text.')
  const publisher = open()
  await publisher.publish()
  const configure = (posts: string) =>
    write('site.config.ts', `export const site = ${JSON.stringify({ ...settings, permalinks: { posts } })}`)
  configure('/:year/:slug')
  const { published, tags } = await publisher.publish()
  expect(published.posts.map(({ url }) => url)).toEqual(['/2020/a', '/2020/b'])
  expect(tags).toEqual(['content'])
  rmSync('content/posts/b.md')
  await publisher.publish()
  expect(readState().gone).toEqual(['b', '/2020/b'])
})
