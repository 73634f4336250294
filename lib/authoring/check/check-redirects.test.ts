import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestPost } from '../../published/test-post'
import { testSite } from '../../site/test-site'
import { readRedirects } from './check-redirects'

const project = process.cwd()
const root = mkdtempSync(join(tmpdir(), 'lemma-redirects-'))
beforeAll(() => {
  mkdirSync(join(root, 'content'))
  process.chdir(root)
})
afterAll(() => {
  process.chdir(project)
  rmSync(root, { recursive: true, force: true })
})

const posts = [createTestPost({ aliases: ['/old-a'], tags: ['t'] })]

function read(file: string, settings: Record<string, string> = {}) {
  writeFileSync('content/redirects.txt', file)
  writeFileSync(
    'site.config.ts',
    `export const site = {\n  redirects: {\n${Object.entries(settings)
      .map(([from, to]) => `    '${from}': '${to}',\n`)
      .join('')}  },\n}\n`,
  )
  const content = { site: { ...testSite, redirects: settings }, posts, series: [], pages: [] }
  const { redirects, problems } = readRedirects(content)
  return {
    redirects,
    problems: problems.map(
      ({ file, line, column, message }) => `${file}:${line}:${column} ${message.slice(0, 60)}`,
    ),
  }
}

test('accepts the old addresses of lists and feeds beside the lists', () => {
  const list =
    '/tag/* /tags/*\n/category/* /categories/*\n/tag/t/feed/ /tags/t/feed.xml\n/index.xml /feed.xml\n'
  expect(read(list)).toEqual({
    redirects: [
      { from: '/tag/*', to: '/tags/*' },
      { from: '/category/*', to: '/categories/*' },
      { from: '/tag/t/feed', to: '/tags/t/feed.xml' },
      { from: '/index.xml', to: '/feed.xml' },
    ],
    problems: [],
  })
})

test('the redirects of the configuration come before those of the list', () => {
  expect(read('/b /posts/a 302\n', { '/c/': '/d' })).toEqual({
    redirects: [
      { from: '/c', to: '/d' },
      { from: '/b', to: '/posts/a', status: 302 },
    ],
    problems: [],
  })
})

test('duplicates are reported where they are written, and the first one applies', () => {
  const { redirects, problems } = read('/x /posts/a\n\n/x/ /archive\n/old-a /archive\n', {
    '/y': '/a',
    '/x': '/b',
  })
  expect(redirects).toEqual([
    { from: '/y', to: '/a' },
    { from: '/x', to: '/b' },
  ])
  expect(problems).toEqual([
    'content/redirects.txt:1:1 The old address /x already redirects to /b.',
    'content/redirects.txt:3:1 The old address /x already redirects to /b.',
    'content/redirects.txt:4:1 The old address /old-a already redirects to /posts/a.',
  ])
})

test('a redirect that would hide a page is reported and left out', () => {
  const { redirects, problems } = read('/posts/a /x\n/tags/t /x\n/tags/u /x\n/posts/* /x\n/?p=1 /x\n', {
    '/archive': '/x',
  })
  expect(redirects.map(({ from }) => from)).toEqual(['/tags/u', '/?p=1'])
  expect(problems).toEqual([
    'site.config.ts:3:5 The redirect of /archive would hide the page /archive.',
    'content/redirects.txt:1:1 The redirect of /posts/a would hide the page /posts/a.',
    'content/redirects.txt:2:1 The redirect of /tags/t would hide the page /tags/t.',
    'content/redirects.txt:4:1 The redirect of /posts/* would hide the page /posts/a.',
  ])
})

test('loops are reported and left out, chains that end are not', () => {
  const { redirects, problems } = read(
    '/a /b\n/b /c#x\n/c /a\n/d /e\n/e /old-a\n/f/* /f/g/*\n/out https://a.example/a\n',
  )
  expect(redirects.map(({ from }) => from)).toEqual(['/d', '/e', '/out'])
  expect(problems).toHaveLength(4)
  expect(problems[0]).toContain('content/redirects.txt:1:1 The redirect of /a to /b never ends')
})

test('reads ten thousand redirects', () => {
  const lines = Array.from({ length: 10_000 }, (_, index) => `/archives/${index}.html /posts/${index}`)
  expect(read(lines.join('\n')).redirects).toHaveLength(10_000)
})
