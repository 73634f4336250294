import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { createWorkspace, type Served, type Workspace } from '../support/workspace'

// One build serves any site folder (docs/architecture.md).
test.describe.configure({ mode: 'serial' })

let workspace: Workspace
let folder: string
let sample: Served
let other: Served

const write = (file: string, text: string) => {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}
const configure = (settings: object) =>
  write('site.config.ts', `export const site = ${JSON.stringify(settings, undefined, 2)}\n`)
const minimal = { name: 'Other', url: 'https://other.example', language: 'en', author: 'me' }

async function get(server: Served, path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(server.url + encodeURI(path))
  return { status: response.status, text: await response.text() }
}

/** Wait until the page shows the text. */
const shows = (path: string, text: string) =>
  expect(async () => expect((await get(other, path)).text).toContain(text)).toPass()

test.beforeAll(async () => {
  test.setTimeout(240_000)
  workspace = createWorkspace({ isBuilt: true })
  folder = mkdtempSync(join(tmpdir(), 'lemma-site-'))
  configure(minimal)
  write('content/authors/me.yml', 'name: Me\n')
  write('content/posts/hello.md', '---\ntitle: Hello\ndate: 2026-01-01\n---\n\nText $x^2$.\n')
  sample = await workspace.serve('start')
  other = await workspace.serve('start', { LEMMA_SITE: folder })
})
test.afterAll(async () => {
  await Promise.all([sample?.stop(), other?.stop()])
  workspace.remove()
  rmSync(folder, { recursive: true, force: true })
})

test('two sites are served at the same time from one build, each with its own pages', async () => {
  expect(other.output()).not.toContain('Building the site')
  expect((await get(other, '/')).text).toContain('<title>Other</title>')
  expect((await get(other, '/posts/hello')).text).toContain('Hello – Other')
  expect((await get(sample, '/')).text).toContain('<title>引理</title>')
  expect((await get(sample, '/posts/hello')).status).toBe(404)
})

test('error pages, feeds, robots.txt and the sitemap are those of the site', async () => {
  const missing = await get(other, '/nothing')
  expect(missing.status).toBe(404)
  expect(missing.text).toContain('Page not found – Other')
  expect((await get(other, '/feed.xml')).text).toContain('https://other.example/posts/hello')
  expect((await get(other, '/robots.txt')).text).toContain('https://other.example/sitemap.xml')
  const sitemap = (await get(other, '/sitemap.xml')).text + (await get(other, '/sitemaps/1.xml')).text
  expect(sitemap).not.toContain('lemma.example')
})

test('a changed setting is live on every page without a build', async () => {
  configure({ ...minimal, name: 'Renamed', navigation: [{ label: 'Start here', href: '/posts/hello' }] })
  await shows('/', '<title>Renamed</title>')
  await shows('/posts/hello', 'Start here')
  await shows('/nothing', 'Page not found – Renamed')
  await shows('/feed.xml', '<title>Renamed</title>')
})

test('a new macro changes the formulas that use it', async () => {
  write('content/posts/hello.md', '---\ntitle: Hello\ndate: 2026-01-01\n---\n\nText $\\mine$.\n')
  configure({ ...minimal, macros: { '\\mine': '\\mathbb{Q}' } })
  await shows('/posts/hello', 'mathbb')
})

test('the settings of a broken configuration stay as they were, and the error is reported with its position', async () => {
  configure({ ...minimal, name: '' })
  await expect(async () => {
    const { publisher } = JSON.parse((await get(other, '/api/health')).text)
    expect(publisher.problems).toMatchObject([{ file: 'site.config.ts', line: 2, column: 3 }])
  }).toPass()
  expect((await get(other, '/')).text).toContain('<title>Other</title>')
})
