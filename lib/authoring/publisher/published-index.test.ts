import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Published } from '../../published/types'
import { testSite } from '../../site/test-site'
import { PublishedIndex } from './published-index'

let folder: string
const some: Published = {
  site: testSite,
  posts: [],
  series: [],
  pages: [],
  authors: [{ id: 'euler', name: 'Euler' }],
  files: [],
  connections: {},
}
const write = (text: string) => writeFileSync(join(folder, 'content.json'), text)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lemma-index-'))
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  rmSync(folder, { recursive: true })
  vi.restoreAllMocks()
})

test('a folder without an index has no content and no version', () => {
  const index = new PublishedIndex(folder)
  expect(index.published).toBeUndefined()
  expect(index.version()).toBeUndefined()
  expect(index.readExternalChange()).toBeUndefined()
})

test('does not report what this process has written', () => {
  const index = new PublishedIndex(folder)
  write(JSON.stringify(some))
  index.markWritten(some)
  expect(index.readExternalChange()).toBeUndefined()
  expect(index.published).toBe(some)
})

test('reports the content of another publisher once, if it differs', () => {
  const index = new PublishedIndex(folder)
  write(JSON.stringify(some))
  expect(index.readExternalChange()).toEqual(some)
  expect(index.readExternalChange()).toBeUndefined()
  index.markWritten(some)
  write(`${JSON.stringify(some)}\n`)
  expect(index.readExternalChange()).toBeUndefined()
})

test('reports a damaged index', () => {
  const index = new PublishedIndex(folder)
  write('{"posts":')
  expect(index.readExternalChange()).toBe('damaged')
})
