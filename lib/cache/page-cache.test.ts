import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeFs } from 'next/dist/server/lib/node-fs-methods.js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const now = Date.parse('2026-01-01T12:00:00Z')
const project = process.cwd()
// Where nothing was built: a build here of content that changed since would count.
process.chdir(tmpdir())
const { default: PageCache } = await import('./page-cache.mjs')
process.chdir(project)
let folder: string
let key = 0

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lemma-page-cache-'))
  mkdirSync(join(folder, '.lemma'))
  mkdirSync(join(folder, 'server/app'), { recursive: true })
  process.chdir(folder)
  vi.useFakeTimers({ toFake: ['Date'], now })
  publish({})
  key++
})
afterEach(() => {
  vi.useRealTimers()
  process.chdir(project)
  rmSync(folder, { recursive: true })
})

function publish(state: { version?: string; publications?: string[]; gone?: string[] }): void {
  const whole = { version: 'a', publications: [], gone: [], ...state }
  const file = join(folder, '.lemma/state.json')
  // Another file, as after a rename: its stamp differs.
  rmSync(file, { force: true })
  writeFileSync(file, JSON.stringify(whole))
}

/** Next makes one for each request. */
function cache(flushToDisk = false) {
  return new PageCache({
    fs: nodeFs,
    flushToDisk,
    serverDistDir: join(folder, 'server'),
    revalidatedTags: [],
    maxMemoryCacheSize: 50_000_000,
  })
}

const context = { kind: 'APP_PAGE', isRoutePPREnabled: true, isFallback: false }
const address = () => `/route-cache/APP_PAGE/hash/$/posts/page-${key}`
const page = (html: string, status = 200) => ({
  kind: 'APP_PAGE',
  html,
  rscData: Buffer.from(''),
  headers: { 'x-next-cache-tags': `content,post:page-${key}` },
  status,
})
const store = (html: string, revalidate = 86_400, request = cache()) =>
  request.set(address(), page(html), { cacheControl: { revalidate, expire: 31_536_000 } })
const read = () => cache().get(address(), context)
const later = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds)

test('a page is kept, with its date', async () => {
  expect(await read()).toBeNull()
  await store('text')
  const { value, lastModified } = await read()
  expect(value.html).toBe('text')
  expect(lastModified).toBe(now)
  expect(value.headers['last-modified']).toBe('Thu, 01 Jan 2026 12:00:00 GMT')
})

test('a page whose tags expire is made anew', async () => {
  await store('text')
  later(1000)
  await cache().revalidateTag(`post:page-${key}`, { expire: 0 })
  later(1000)
  expect(await read()).toBeNull()
})

test('a page that was being rendered when its tags expired is not kept', async () => {
  const early = cache()
  expect(await early.get(address(), context)).toBeNull()
  later(10)
  await cache().revalidateTag(`post:page-${key}`, { expire: 0 })
  later(10)
  await store('made of what is there now')
  // Another rendering of the same page, slower.
  later(10)
  await store('made of what was there before', 86_400, early)
  expect((await read()).value.html).toBe('made of what is there now')
})

test('a page made before a publication is not shown after it', async () => {
  const instant = new Date(now + 60_000).toISOString()
  publish({ publications: [instant] })
  await store('before', 60)
  later(59_999)
  expect((await read()).lastModified).toBe(now)
  later(1)
  // Next waits for the new page.
  expect((await read()).lastModified).toBe(-1)
  await store('after')
  expect((await read()).value.html).toBe('after')
})

test('the instant decides, also where the lifetime is longer', async () => {
  publish({ publications: [new Date(now + 1000).toISOString()] })
  await store('before', 300)
  later(1000)
  expect((await read()).lastModified).toBe(-1)
})

test('a page that outlived its lifetime is waited for, too', async () => {
  await store('text', 60)
  later(60_000)
  expect((await read()).lastModified).toBe(-1)
})

test('a deleted post answers 410, with the page the build made for it', async () => {
  writeFileSync(join(folder, 'server/app/gone.html'), '<h1>gone</h1>')
  writeFileSync(join(folder, 'server/app/gone.rsc'), 'rsc')
  await store('still in memory')
  publish({ gone: [`page-${key}`, '摆线'] })
  expect((await read()).value).toMatchObject({ status: 410, html: '<h1>gone</h1>' })
  const encoded = `/route-cache/APP_PAGE/hash/$/posts/${encodeURIComponent('摆线')}`
  expect((await cache().get(encoded, context)).value.status).toBe(410)
  expect(await cache().get('/route-cache/APP_PAGE/hash/$/posts/other', context)).toBeNull()
})

test('what shows nothing is kept in memory alone', async () => {
  const files = () => nodeFs.existsSync(join(folder, 'server', `${address()}.html`))
  const disk = () => cache(true)
  await disk().set(address(), page('nothing', 404), { cacheControl: { revalidate: 60, expire: 300 } })
  expect((await read()).value.status).toBe(404)
  expect(files()).toBe(false)
  await disk().set(address(), page('text'), { cacheControl: { revalidate: 60, expire: 300 } })
  expect(files()).toBe(true)
})
