import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { testSite } from '../../../site/test-site'
import { settingsKey, sourceKey } from '../../compile/source-key'
import type { ReadResult } from '../../read/read-document'
import { scan } from './scan'
import { SourceFiles } from './source-files'

const project = process.cwd()
let folder: string
/** Files that the pool has read. */
let read: string[]
let files: SourceFiles
/** Images that a document shows, by file. */
let assets: Record<string, string[]>

const post = 'content/posts/a.md'
const other = 'content/posts/b.md'

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lemma-source-files-'))
  process.chdir(folder)
  read = []
  assets = {}
  const readBibliography = async () => []
  files = new SourceFiles({ read: readFile, readBibliography }, new Map())
})
afterEach(() => {
  process.chdir(project)
  rmSync(folder, { recursive: true })
})

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

async function readFile(file: string): Promise<ReadResult> {
  read.push(file)
  const compiled = { problems: [], assets: (assets[file] ?? []).map((source) => ({ source })) }
  const document = { located: { file }, compiled } as unknown as ReadResult['document']
  return {
    source: sourceKey(readFileSync(file, 'utf8'), settingsKey(testSite)),
    document,
    problems: [],
    isCompiled: true,
  }
}

/** Pass changed files to the source files, and return those that were read. */
async function update(...changed: string[]): Promise<string[]> {
  read = []
  const isFirst = files.entries.size === 0
  await files.update(changed, scan(), { isFirst, site: testSite })
  return read.sort()
}

test('reads the files that changed, and no others', async () => {
  write(post, 'one')
  write(other, 'two')
  expect(await update(post, other)).toEqual([post, other])
  write(post, 'changed')
  expect(await update(post)).toEqual([post])
})

test('does not read a file whose text is the same', async () => {
  write(post, 'one')
  await update(post)
  files.markPublished()
  write(post, 'one')
  expect(await update(post)).toEqual([])
  expect(files.isDirty).toBe(false)
})

test('removes a deleted file', async () => {
  write(post, 'one')
  write(other, 'two')
  await update(post, other)
  rmSync(post)
  await update(post)
  expect([...files.entries.keys()]).toEqual([other])
  expect(files.isDirty).toBe(true)
})

test('reads the documents that show a changed image', async () => {
  write(post, '![](a.png)')
  write(other, 'no image')
  write('content/posts/a.png', 'image')
  assets[post] = ['posts/a.png']
  await update(post, other, 'content/posts/a.png')
  write('content/posts/a.png', 'other')
  expect(await update('content/posts/a.png')).toEqual([post])
})

test('reads the documents that cite when the bibliography changes', async () => {
  write(post, 'as shown in [@euler]')
  write(other, 'cites nothing')
  await update(post, other)
  write('content/references.bib', '@book{euler}')
  expect(await update('content/references.bib')).toEqual([post])
})

test('reports text files outside the folders of documents', async () => {
  write(post, 'one')
  write('content/astray.md', 'text')
  await update(post, 'content/astray.md')
  expect(files.misplacedFiles(scan())).toMatchObject([{ file: 'content/astray.md', rule: 'place' }])
  expect(files.isDirty).toBe(true)
})
