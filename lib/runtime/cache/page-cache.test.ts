import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'

const now = Date.parse('2026-01-01T12:00:00Z')
const project = process.cwd()
const folder = mkdtempSync(join(tmpdir(), 'lemma-page-cache-'))
mkdirSync(join(folder, '.lemma'))
// The cache keeps its files and reads the published state below the working directory.
process.chdir(folder)
const { default: PageCache, isCurrent } = await import('./page-cache')
const { servedEntries } = await import('./served-entries')
const files = () => readdirSync(join(folder, '.next/cache/pages'))
let key = 0

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now })
  publish({})
  key++
})
afterEach(() => {
  vi.useRealTimers()
})
afterAll(() => {
  process.chdir(project)
  rmSync(folder, { recursive: true })
})

function publish(state: { version?: string; publications?: string[]; gone?: string[] }): void {
  const whole = { version: 'a', publications: [], gone: [], ...state }
  const file = join(folder, '.lemma/state.json')
  // A new file, as after a rename.
  rmSync(file, { force: true })
  writeFileSync(file, JSON.stringify(whole))
}

/** Next creates a handler for each request. */
const cache = () => new PageCache()
const context = { kind: 'APP_PAGE' }
const pageKey = () => `/route-cache/APP_PAGE/hash/$/posts/page-${key}`
const page = (html: string, status = 200) => ({
  kind: 'APP_PAGE',
  html,
  rscData: Buffer.from(''),
  headers: { 'x-next-cache-tags': `content,post:page-${key}` },
  status,
})
const store = (html: string, revalidate = 86_400, request = cache()) =>
  request.set(pageKey(), page(html), { cacheControl: { revalidate, expire: 31_536_000 } })
const read = () => cache().get(pageKey(), context)
const later = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds)

test('stores a page with the date of its rendering', async () => {
  expect(await read()).toBeNull()
  await store('text')
  const { value, lastModified } = (await read()) ?? {}
  expect(value?.html).toBe('text')
  expect(lastModified).toBe(now)
  expect(value?.headers?.['last-modified']).toBe('Thu, 01 Jan 2026 12:00:00 GMT')
})

test('does not serve a page whose tag expired', async () => {
  await store('text')
  later(1000)
  await cache().revalidateTag(`post:page-${key}`)
  later(1000)
  expect(await read()).toBeNull()
})

test('does not store a page that was being rendered when its tag expired', async () => {
  const early = cache()
  expect(await early.get(pageKey(), context)).toBeNull()
  later(10)
  await cache().revalidateTag([`post:page-${key}`])
  later(10)
  await store('made of current content')
  // Another rendering of the same page, which took longer.
  later(10)
  await store('made of old content', 86_400, early)
  expect((await read())?.value.html).toBe('made of current content')
})

test('does not serve a page that was rendered before a scheduled post appeared', async () => {
  publish({ publications: [new Date(now + 60_000).toISOString()] })
  await store('before', 60)
  later(59_999)
  expect((await read())?.lastModified).toBe(now)
  later(1)
  expect(await read()).toBeNull()
  await store('after')
  expect((await read())?.value.html).toBe('after')
})

test('a scheduled post ends the lifetime of a page that would last longer', async () => {
  publish({ publications: [new Date(now + 1000).toISOString()] })
  await store('before', 300)
  later(1000)
  expect(await read()).toBeNull()
})

test('does not serve a page after its lifetime', async () => {
  await store('text', 60)
  later(60_000)
  expect(await read()).toBeNull()
})

test('stores a page that does not exist in memory only', async () => {
  const before = files().length
  await cache().set(pageKey(), page('nothing', 404), { cacheControl: { revalidate: 60, expire: 300 } })
  expect((await read())?.value.status).toBe(404)
  expect(files()).toHaveLength(before)
  await store('text')
  expect(files()).toHaveLength(before + 1)
})

test('reads a page from its file after it was evicted from memory', async () => {
  await store('text')
  const first = pageKey()
  // Each of these takes 2 of 24 MB.
  for (let i = 0; i < 13; i++) {
    key++
    await store('x'.repeat(1024 * 1024))
  }
  const served: Parameters<typeof isCurrent>[0][] = []
  const found = await servedEntries.run(served, () => cache().get(first, context))
  expect(found?.value.html).toBe('text')
  expect(served.map(isCurrent)).toEqual([true])
})

test('a damaged file is a cache miss', async () => {
  const known = new Set(files())
  await store('text')
  const [file = ''] = files().filter((name) => !known.has(name))
  const path = join(folder, '.next/cache/pages', file)
  writeFileSync(path, readFileSync(path).subarray(0, 20))
  const first = pageKey()
  for (let i = 0; i < 13; i++) {
    key++
    await store('x'.repeat(1024 * 1024))
  }
  expect(await cache().get(first, context)).toBeNull()
})

test('an entry that was replaced is not current', async () => {
  const served: Parameters<typeof isCurrent>[0][] = []
  await store('first')
  await servedEntries.run(served, () => read())
  expect(served.map(isCurrent)).toEqual([true])
  await store('second')
  expect(served.map(isCurrent)).toEqual([false])
})
