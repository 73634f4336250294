import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path/posix'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { bundlePrograms, workerProgram } from '../../cli/programs.mjs'
import { type Language, languages } from '../../site/languages'
import { lintContent } from '../lint/lint'
import { readSite } from '../site/read-site'
import { inspectTarget, writeStarter } from './init'
import { licenceIds } from './licences'
import { printConfig } from './print-config'
import type { Answers } from './questions'
import { printSampleList, sampleList } from './sample'
import { starterFiles } from './starter'

const engine = process.cwd()
const names = Object.keys(languages) as Language[]
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lemma-init-'))
})
afterEach(() => {
  process.chdir(engine)
  rmSync(folder, { recursive: true })
})
afterAll(() => vi.unstubAllEnvs())

const answersIn = (language: Language): Answers => ({
  name: 'The "first" {site}: it\'s <b>',
  url: 'https://example.net',
  language,
  author: "张三 *O'Neil*",
  licence: 'cc-by-sa',
  timeZone: 'Asia/Tokyo',
})

const context = { engine, isEngine: false, ref: 'v0.2.0', now: new Date('2026-06-15T20:00:00Z') }

function write(path: string, text = ''): void {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), text)
}

describe('a new site compiles without problems and warnings', () => {
  test.each(names)('in %s', { timeout: 120_000 }, async (language) => {
    await bundlePrograms()
    vi.stubEnv('LEMMA_ENGINE', engine)
    vi.stubEnv('LEMMA_WORKER', resolve(engine, workerProgram))
    writeStarter(folder, starterFiles(answersIn(language), context), false)
    process.chdir(folder)
    const { output } = await lintContent({ files: [], isJson: true, fixes: false })
    expect(JSON.parse(output)).toEqual([])
    expect((await readSite()).site).toMatchObject({
      name: answersIn(language).name,
      url: 'https://example.net',
      language,
      author: '张三-o-neil',
      timeZone: 'Asia/Tokyo',
      licence: { name: 'CC BY-SA 4.0' },
    })
  })
})

test('an empty site has no problems', { timeout: 60_000 }, async () => {
  await bundlePrograms()
  vi.stubEnv('LEMMA_ENGINE', engine)
  vi.stubEnv('LEMMA_WORKER', resolve(engine, workerProgram))
  write('site.config.ts', printConfig(answersIn('en'), { authorId: 'a', isEngine: false }))
  process.chdir(folder)
  expect(await lintContent({ files: [], isJson: true, fixes: false })).toEqual({
    output: '[]',
    errors: 0,
    fixed: 0,
  })
})

test.each(names)(
  'every setting that is commented out in the configuration in %s is valid',
  async (language) => {
    const text = printConfig(answersIn(language), { authorId: 'a', isEngine: false })
    expect(text).toMatch(/^ {2}\/\/ \/\*\* .+ \*\/\n {2}\/\/ tagline: /m)
    write('site.config.ts', text.replace(/^ {2}\/\/ /gm, '  '))
    expect((await readSite(join(folder, 'site.config.ts'))).problems).toEqual([])
  },
)

test('the configuration in the engine’s folder imports its type', () => {
  const text = printConfig(answersIn('en'), { authorId: 'a', isEngine: true })
  expect(text).toContain("import type { SiteConfig } from './lib/site/config'\n")
  expect(text).toMatch(/\} satisfies SiteConfig\n$/)
})

test.each(licenceIds)('the licence %s is a setting, or nothing is licensed', async (licence) => {
  write('site.config.ts', printConfig({ ...answersIn('ja'), licence }, { authorId: 'a', isEngine: false }))
  const { site } = await readSite(join(folder, 'site.config.ts'))
  expect(site?.licence === undefined).toBe(licence === 'all-rights-reserved')
})

test('posts are dated today and before, in the time zone of the site', () => {
  const files = starterFiles(answersIn('en'), context)
  expect(files.get('content/posts/first-post.mdx')).toContain('\ndate: 2026-06-16\n')
  expect(files.get('content/posts/sums-1.mdx')).toContain('\ndate: 2026-06-14\n')
})

test('the workflow checks out the engine beside a site of its own', () => {
  const workflow = (repository?: string) =>
    starterFiles(answersIn('en'), { ...context, repository }).get('.github/workflows/lint.yml')
  for (const url of ['https://github.com/a/b.git', 'git@github.com:a/b.git', 'https://github.com/a/b'])
    expect(workflow(url)).toContain('git clone https://github.com/a/b.git lemma\n')
  expect(workflow('https://me:secret@example.org/b.git')).toContain(
    'git clone https://example.org/b.git lemma\n',
  )
  expect(workflow()).toContain('git -C lemma checkout v0.2.0\n')
  for (const url of [undefined, '/srv/lemma', 'git@example.org:b.git'])
    expect(workflow(url)).toMatch(/^on: workflow_dispatch$[\s\S]*git clone ENGINE_URL lemma$/m)
  const inEngine = starterFiles(answersIn('en'), { ...context, isEngine: true })
  expect(inEngine.get('.github/workflows/lint.yml')).not.toContain('git clone')
  expect(inEngine.has('.gitignore')).toBe(false)
})

test('an existing site is never overwritten, and other files of its folder are kept', () => {
  write('README.md')
  write('.gitignore', 'mine\n')
  expect(inspectTarget(folder, engine)).toEqual({ state: 'empty' })
  const { kept } = writeStarter(folder, starterFiles(answersIn('en'), context), false)
  expect(kept).toEqual(['.gitignore'])
  expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe('mine\n')
  expect(inspectTarget(folder, engine)).toMatchObject({ state: 'refused' })
})

test.each(['content/posts/a.mdx', 'site.config.ts', 'site/style.css'])('refuses a folder with %s', (file) => {
  write(file)
  expect(inspectTarget(folder, engine)).toMatchObject({
    state: 'refused',
    reason: expect.stringContaining(file),
  })
})

describe('in the engine’s folder', () => {
  beforeEach(() => {
    write('content/posts/sample.mdx', 'sample')
    write('site.config.ts', 'sample')
    write(sampleList, printSampleList(folder))
  })

  test('the sample is replaced, also if some of its files are deleted', () => {
    expect(inspectTarget(folder, folder)).toEqual({ state: 'sample', count: 2 })
    rmSync(join(folder, 'site.config.ts'))
    expect(inspectTarget(folder, folder)).toEqual({ state: 'sample', count: 1 })
    writeStarter(folder, new Map([['site.config.ts', 'new']]), true)
    expect(printSampleList(folder)).toMatch(/^\w{16} site\.config\.ts\n$/)
  })

  test.each([
    ['a new post', 'content/posts/own.mdx'],
    ['a changed post', 'content/posts/sample.mdx'],
    ['a changed configuration', 'site.config.ts'],
    ['a style sheet', 'site/style.css'],
  ])('%s is not deleted', (_, file) => {
    write(file, 'own')
    const target = inspectTarget(folder, folder)
    expect(target).toMatchObject({ state: 'refused', reason: expect.stringContaining(file) })
  })
})
