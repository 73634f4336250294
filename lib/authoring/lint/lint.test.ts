import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { testSite } from '../../site/test-site'
import { createDocumentCompiler } from '../compile/compile-document'
import { documentTypes } from '../front-matter/document-types'
import { type ReadResult, readDocument } from '../read/read-document'
import { findProblems } from './lint'

const project = process.cwd()
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lemma-lint-'))
  process.chdir(folder)
})
afterEach(() => {
  process.chdir(project)
  rmSync(folder, { recursive: true })
})

/** The places and rules of the problems in files with these texts. */
async function lint(files: Record<string, string>): Promise<string[]> {
  const all = { [`content/authors/${testSite.author}.yml`]: 'name: Author\n', ...files }
  const compiler = createDocumentCompiler(testSite)
  const entries = new Map<string, ReadResult>()
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
    entries.set(file, await readDocument(file, documentTypes, compiler))
  }
  return findProblems({ site: { ...testSite, navigation: [] }, entries, bibliography: [] }, []).map(
    ({ file, line, column, rule }) => `${file.split('/').at(-1)}:${line}:${column} ${rule}`,
  )
}

const post = (text: string, ...fields: string[]) =>
  ['---', 'title: x', 'date: 2020-01-01', ...fields, '---', '', text, ''].join('\n')

test('a wrong field hides no problem in the body, and none between files', async () => {
  const a = post('$\\foo$ 与 \\eqref{nope} [乙](/posts/b#z)', 'draft: 1')
  const b = post('[甲](/posts/a) [丙](/posts/c)', 'tags: true', 'part: 1.5')
  expect(await lint({ 'content/posts/a.md': a, 'content/posts/b.md': b })).toEqual([
    'a.md:4:1 front-matter',
    'a.md:7:2 formula',
    'a.md:7:10 reference',
    'a.md:7:23 link',
    'b.md:4:1 front-matter',
    'b.md:5:1 front-matter',
    'b.md:8:15 link',
  ])
})

test('an unknown field is one warning for all files, and hides no problem', async () => {
  const a = post('$\\foo$', 'layout: post', 'foo: 1')
  const b = post('甲', 'foo: 1', 'draft: 1')
  expect(await lint({ 'content/posts/a.md': a, 'content/posts/b.md': b })).toEqual([
    'a.md:5:1 unknown-field',
    'a.md:8:2 formula',
    'b.md:5:1 front-matter',
  ])
})

test('a missing title or date hides no other problem', async () => {
  const text = '---\ntags: [a]\n---\n\n$\\foo$\n'
  expect(await lint({ 'content/posts/a.md': text })).toEqual([
    'a.md:2:1 front-matter',
    'a.md:2:1 front-matter',
    'a.md:5:2 formula',
  ])
  expect(await lint({ 'content/posts/a.md': '$\\foo$\n' })).toEqual([
    'a.md:1:1 front-matter',
    'a.md:1:2 formula',
  ])
})

test('macros that cannot be read cause no other problem', async () => {
  expect(await lint({ 'content/posts/a.md': post('$\\foo$', 'macros: x') })).toEqual([
    'a.md:4:1 front-matter',
  ])
  const macros = "macros: { '\\foo': x }"
  expect(await lint({ 'content/posts/a.md': post('$\\foo$', macros, 'draft: 1') })).toEqual([
    'a.md:5:1 front-matter',
  ])
})
