import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { replaceableFiles } from '../published/site-files'
import { copySiteFilesToPublic } from './vercel.mjs'

const project = process.cwd()
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lemma-vercel-'))
  process.chdir(folder)
})
afterEach(() => {
  process.chdir(project)
  rmSync(folder, { recursive: true })
})

test('deploys the files of a site as static files, except those that routes send', () => {
  const files = Object.fromEntries(
    ['style.css', 'a/b.txt', ...replaceableFiles].map((path, index) => [path, `public/${index}/file`]),
  )
  for (const [path, target] of Object.entries(files)) {
    mkdirSync(dirname(join('.lemma', target)), { recursive: true })
    writeFileSync(join('.lemma', target), path)
  }
  writeFileSync('.lemma/state.json', JSON.stringify({ files }))
  copySiteFilesToPublic()
  expect(readFileSync('public/style.css', 'utf8')).toBe('style.css')
  expect(readFileSync('public/a/b.txt', 'utf8')).toBe('a/b.txt')
  expect(replaceableFiles.filter((path) => existsSync(join('public', path)))).toEqual([])
})
