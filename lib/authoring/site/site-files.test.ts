import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { siteFileBytes } from '../../markdown/problems/limits'
import { createTestPost } from '../../published/test-post'
import { testSite } from '../../site/test-site'
import { checkSiteFiles, readSiteFiles } from './site-files'

const project = process.cwd()
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lemma-site-files-'))
  process.chdir(folder)
})
afterEach(() => {
  process.chdir(project)
  rmSync(folder, { recursive: true })
})

function write(file: string, text = 'text'): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

const published = { site: testSite, posts: [], pages: [] }

test('a site without files has none', () => {
  expect(readSiteFiles()).toEqual({ files: [], problems: [] })
})

test('finds files in all folders, with their paths and media types', () => {
  for (const file of ['cv.pdf', 'fonts/text.woff2', 'baidu_verify_1.html', '图/线.webm', 'noextension'])
    write(`site/public/${file}`)
  write('site/style.css')
  const { files, problems } = readSiteFiles()
  expect(problems).toEqual([])
  expect(Object.fromEntries(files.map(({ path, type }) => [path, type]))).toEqual({
    'cv.pdf': 'application/pdf',
    'fonts/text.woff2': 'font/woff2',
    'baidu_verify_1.html': 'text/html; charset=utf-8',
    '图/线.webm': 'video/webm',
    noextension: 'application/octet-stream',
    'style.css': 'text/css; charset=utf-8',
  })
  expect(files.at(-1)).toMatchObject({
    source: 'site/style.css',
    hash: expect.stringMatching(/^[0-9a-f]{12}$/),
  })
})

test('leaves hidden files out, except those of .well-known', () => {
  for (const file of ['.DS_Store', '.git/config', 'a/.hidden', '.well-known/nostr.json', '.well-known/.x'])
    write(`site/public/${file}`)
  expect(readSiteFiles().files.map(({ path }) => path)).toEqual(['.well-known/nostr.json'])
})

test.each(['index.html', 'icon.svg', 'favicon.ico', 'apple-touch-icon.png', 'tencent12345678.txt', 'about'])(
  'a file may be named %s',
  (path) => {
    write(`site/public/${path}`)
    expect(readSiteFiles().problems).toEqual([])
  },
)

test.each([
  'feed.xml',
  'robots.txt',
  'theme.css',
  'posts/a.pdf',
  'posts/a/b/c.pdf',
  'tags/x',
  'archive',
  'api/x.json',
  'media/x/y.png',
  '_next/static/a.js',
  'site-icon/a',
  '.well-known/security.txt',
])('a file must not have the path of a route: %s', (path) => {
  write(`site/public/${path}`)
  expect(readSiteFiles()).toMatchObject({
    files: [],
    problems: [{ file: `site/public/${path}`, message: `The path /${path} is used by Lemma.` }],
  })
})

test('a second style sheet of the same path is a problem', () => {
  write('site/style.css')
  write('site/public/style.css')
  const { files, problems } = readSiteFiles()
  expect(files.map(({ source }) => source)).toEqual(['site/style.css'])
  expect(problems).toMatchObject([{ message: 'The path /style.css is used by site/style.css.' }])
})

test('symbolic links and files that are too large are problems', () => {
  write('secret')
  write('site/public/large.bin')
  truncateSync('site/public/large.bin', siteFileBytes + 1)
  symlinkSync(join(folder, 'secret'), 'site/public/link.txt')
  const { files, problems } = readSiteFiles()
  expect(files).toEqual([])
  expect(problems.map(({ message }) => message)).toEqual([
    'Found a file of 50000001 bytes; expected at most 50000000.',
    'Found a symbolic link; expected a file.',
  ])
})

test('measures the logo and the card, and reports those that are not images', () => {
  write('site/public/logo.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"/>')
  write('site/public/card.png', 'text')
  const { files, problems } = readSiteFiles()
  expect(files).toMatchObject([{ path: 'logo.svg', width: 120, height: 40 }])
  expect(problems).toMatchObject([
    { file: 'site/public/card.png', message: 'The size of this image cannot be read.' },
  ])
})

test('reports files with the path of a page or of an alias', () => {
  for (const path of ['关于', 'old/1.html']) write(`site/public/${path}`)
  const page = { ...createTestPost({ file: 'content/pages/关于.mdx', url: encodeURI('/关于') }) }
  const post = createTestPost({ file: 'content/posts/a.mdx', aliases: ['/old/1.html'] })
  const found = checkSiteFiles({ ...published, posts: [post], pages: [page] }, readSiteFiles())
  expect(found.map(({ message }) => message)).toEqual([
    'The path /old/1.html is used by content/posts/a.mdx.',
    'The path /关于 is used by content/pages/关于.mdx.',
  ])
})

test('reports a font that does not exist at its position in the configuration', () => {
  write('site/public/fonts/a.woff2')
  const fontFiles = ['/fonts/a.woff2', '/fonts/b.woff2'].map((file) => ({
    family: 'A',
    file,
    weight: 400,
    style: 'normal' as const,
  }))
  write(
    'site.config.ts',
    "export const site = {\n  theme: { fontFiles: [\n    { file: '/fonts/a.woff2' },\n    { file: '/fonts/b.woff2' },\n  ] },\n}\n",
  )
  const site = { ...testSite, theme: { fontFiles } }
  expect(checkSiteFiles({ ...published, site }, readSiteFiles())).toMatchObject([
    { file: 'site.config.ts', line: 4, column: 7, message: 'Found no font at site/public/fonts/b.woff2.' },
  ])
})
