import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path/posix'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { testSite } from '../../site/test-site'
import { findMisplacedFiles } from '../check/misplaced-files'
import { createDocumentCompiler } from '../compile/compile-document'
import { documentTypes } from '../front-matter/document-types'
import { prune } from '../publish/prune'
import { readDocument } from '../read/read-document'
import { Publisher } from './publisher'

// Publishing as on Windows: `node:path` uses backslashes, and `node:fs` takes paths with either and returns backslashes.

vi.mock('node:path', async (importActual) => {
  const { win32 } = await importActual<typeof import('node:path')>()
  return { ...win32, default: win32 }
})
vi.mock('node:fs', async (importActual) => {
  const actual = await importActual<typeof import('node:fs')>()
  return (await import('./fixtures/windows-fs')).toWindows(actual)
})

const project = process.cwd()
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"/>'
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lemma-windows-'))
  process.chdir(folder)
  write('site.config.ts', `export const site = ${JSON.stringify(testSite)}`)
  write(`content/authors/${testSite.author}.yml`, 'name: Author\n')
  // The navigation leads to it.
  write('content/pages/about.md', '---\ntitle: About\n---\n')
  write('content/posts/变分/图 1.svg', drawing)
  write(
    'content/posts/变分/index.md',
    '---\ntitle: 变分\ndate: 2020-01-01\ncover: 图 1.svg\n---\n\n![曲线](图%201.svg)\n',
  )
})
afterEach(() => {
  process.chdir(project)
  rmSync(folder, { recursive: true })
})

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

function openPublisher(): Publisher {
  const compiler = createDocumentCompiler(testSite)
  const pool = {
    read: (file: string) => readDocument(file, documentTypes, compiler),
    readBibliography: async () => [],
    warmUp: () => {},
    close: () => {},
  }
  return new Publisher({ mode: 'serve', since: '', pool })
}

test('files, URLs and slugs are those of other systems', async () => {
  const { published, problems } = await openPublisher().publish()
  expect(problems).toEqual([])
  expect(published.posts).toMatchObject([
    { file: 'content/posts/变分/index.md', slug: '变分', cover: { source: 'posts/变分/图 1.svg' } },
  ])
})

test('images and bodies in use are kept, others are removed', async () => {
  const publisher = openPublisher()
  const { published } = await publisher.publish()
  const image = join('.lemma', decodeURIComponent(published.posts[0]?.cover?.url ?? ''))
  write('.lemma/media/0123456789ab/old.svg', drawing)
  const used = publisher.filesInUse()
  expect(prune((file) => used.has(file))).toBe(1)
  expect(readFileSync(image, 'utf8')).toBe(drawing)
  expect(existsSync(join('.lemma/bodies', `${published.posts[0]?.body}.br`))).toBe(true)
  expect([...used].filter((file) => file.includes('\\'))).toEqual([])
})

test('a changed image publishes the article again, and a misplaced file is reported', async () => {
  const publisher = openPublisher()
  await publisher.publish()
  write('content/posts/变分/图 1.svg', drawing.replace('8', '9'))
  write('content/drafts/a.md', 'Text.\n')
  const { files, tags } = await publisher.publish()
  expect(files).toEqual(['content/drafts/a.md', 'content/posts/变分/图 1.svg'])
  expect(tags).toContain('post:变分')
  const read = new Set([
    'content/posts/变分/index.md',
    'content/pages/about.md',
    `content/authors/${testSite.author}.yml`,
  ])
  expect(findMisplacedFiles(read, ['posts']).map(({ file }) => file)).toEqual(['content/drafts/a.md'])
})
