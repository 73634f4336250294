import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readSite } from './read-site'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lemma-site-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Read a configuration with this text. */
function read(text: string, others: Record<string, string> = {}) {
  for (const [name, content] of Object.entries(others)) writeFileSync(join(folder, name), content)
  const file = join(folder, 'site.config.ts')
  writeFileSync(file, text)
  return readSite(file)
}

/** Read a configuration with these settings besides the required ones, which are in the first five lines. */
const readSettings = (settings: string) =>
  read(
    `export const site = {\n  name: 'N',\n  url: 'https://example.org',\n  language: 'en',\n  author: 'a',\n${settings}\n}\n`,
  )

const minimal = { name: 'N', url: 'https://example.org', language: 'en', author: 'a' }

test('only name, URL, language and author are required', async () => {
  const { site, problems } = await readSettings('')
  expect(problems).toEqual([])
  expect(site).toMatchObject({
    ...minimal,
    timeZone: 'UTC',
    postsPerPage: 8,
    tagAuthority: 'example.org,2026',
  })
})

test('a site in several languages needs no language: it is the first', async () => {
  const languages = "['zh-CN', { language: 'en', name: 'M', words: { readMore: 'On' } }]"
  const { site, problems } = await read(
    `export const site = { name: 'N', url: 'https://example.org', author: 'a', languages: ${languages} }`,
  )
  expect(problems).toEqual([])
  expect(site).toMatchObject({
    language: 'zh-CN',
    untranslated: 'hide',
    languages: [{ language: 'zh-CN' }, { language: 'en', name: 'M', words: { readMore: 'On' } }],
  })
})

test('names each missing setting', async () => {
  const { site, problems } = await read('export const site = { name: "N" }')
  expect(site).toBeUndefined()
  expect(problems.map(({ message }) => message)).toEqual([
    'The setting "url" is missing.',
    'The setting "language" is missing.',
    'The setting "author" is missing.',
  ])
})

test.each([
  ["  postsPerPage: '8',", 6, 3, 'Found postsPerPage: "8" (text); expected a number.'],
  ['  postsPerPage: 0,', 6, 3, 'Found postsPerPage: 0; expected a whole number from 1 to 1000.'],
  [
    "  permalinks: {\n    posts: '/:title',\n  },",
    7,
    5,
    'Found permalinks.posts: "/:title" (text); expected only the placeholders :year, :month, :day, :slug, :id, and not :title.',
  ],
  [
    "  permalinks: { posts: '/:year' },",
    6,
    17,
    'Found permalinks.posts: "/:year" (text); expected a pattern with :slug or :id, because each post needs an address of its own.',
  ],
  [
    "  redirects: {\n    '/a': '/b',\n    'old': '/new',\n  },",
    8,
    5,
    'Found redirects.old: "old" (text); expected a path of this site that starts with / and contains no spaces or #, such as /old or /?p=1.',
  ],
  ["  theorems: 'each',", 6, 3, 'Found theorems: "each" (text); expected one of "together", "apart".'],
  [
    "  timeZone: 'Mars',",
    6,
    3,
    'Found timeZone: "Mars" (text); expected an IANA time zone, such as Asia/Shanghai.',
  ],
  [
    "  navigation: [\n    { label: 'A', href: '/' },\n    { label: 'B', href: 'b' },\n  ],",
    8,
    19,
    'Found navigation.1.href: "b" (text); expected a path that starts with /, or a URL.',
  ],
  ["  navigation: [{ href: '/' }],", 6, 16, 'The setting "navigation.0.label" is missing.'],
  [
    "  languages: ['zh-CN', 'en'],",
    4,
    3,
    'Found language: "en" (text); expected the first of languages, or no language.',
  ],
  ["  languages: ['en', 'en'],", 6, 3, 'Found languages: ["en","en"] (a list); expected each language once.'],
  ['  languages: [],', 6, 3, 'Found languages: [] (a list); expected at least one language.'],
  [
    "  languages: ['en', 'fr'],",
    6,
    21,
    'Found languages.1: "fr" (text); expected one of "zh-CN", "zh-TW", "en", "ja".',
  ],
  [
    "  languages: ['en', { language: 'ja', name: '' }],",
    6,
    39,
    'Found languages.1.name: "" (text); expected text that is not empty.',
  ],
  [
    "  languages: ['en', { language: 'ja', menu: [] }],",
    6,
    39,
    'Found the unknown setting "languages.1.menu".',
  ],
  ["  licence: 'MIT',", 6, 3, 'Found licence: "MIT" (text); expected an object, { … }.'],
  [
    "  words: { readMroe: 'x' },",
    6,
    12,
    'Found words.readMroe: "readMroe" (text); expected the name of a text in lib/site/i18n.',
  ],
  [
    "  theme: {\n    light: { paper: '#fff', accent: '#fc0' },\n  },",
    7,
    29,
    'Found theme.light.accent: "#ffcc00" (text); expected a colour that is legible on #ffffff, with a contrast of at least 4.5:1 (WCAG AA); it is 1.51:1.',
  ],
  [
    "  theme: { dark: { paper: '#777' } },",
    6,
    20,
    'Found theme.dark.paper: "#777777" (text); expected a paper on which the accent #f0a08a is legible, with a contrast of at least 4.5:1 (WCAG AA); it is 2.15:1.',
  ],
  [
    "  theme: { light: { accent: 'red' } },",
    6,
    21,
    'Found theme.light.accent: "red" (text); expected a colour as #rrggbb.',
  ],
  [
    "  theme: { fonts: { latin: 'A; x' } },",
    6,
    21,
    'Found theme.fonts.latin: "A; x" (text); expected names of fonts, separated by commas, such as "EB Garamond", Georgia.',
  ],
  [
    '  theme: { columnWidth: 80 },',
    6,
    12,
    'Found theme.columnWidth: 80; expected a number of rem from 28 to 44.',
  ],
  [
    "  theme: { fontFiles: [{ family: 'A', file: '/a.woff2', weight: 'bold' }] },",
    6,
    57,
    'Found theme.fontFiles.0.weight: "bold" (text); expected a number from 1 to 1000, or for a variable font a range such as "200 900".',
  ],
  ['  theme: { colour: {} },', 6, 12, 'Found the unknown setting "theme.colour".'],
  ['  postPerPage: 8,', 6, 3, 'Found the unknown setting "postPerPage".'],
  [
    "  footer: {\n    icp: '12345678',\n  },",
    7,
    5,
    'Found footer.icp: "12345678" (text); expected a registration number, such as 京ICP备12345678号-1.',
  ],
  [
    "  footer: { publicSecurity: '京公网安备 123号' },",
    6,
    13,
    'Found footer.publicSecurity: "京公网安备 123号" (text); expected a number with 14 digits, such as 京公网安备 11010502030123号.',
  ],
  [
    "  analytics: { baidu: { id: 'x' } },",
    6,
    25,
    'Found analytics.baidu.id: "x" (text); expected the 32 hexadecimal digits after hm.js?.',
  ],
  ['  analytics: { umami: {} },', 6, 16, 'The setting "analytics.umami.website" is missing.'],
  ['  analytics: { matomo: {} },', 6, 16, 'Found the unknown setting "analytics.matomo".'],
])('reports %s at its position', async (settings, line, column, message) => {
  const { site, problems } = await readSettings(settings)
  expect(site).toBeUndefined()
  expect(problems).toMatchObject([{ line, column, message, rule: 'config' }])
})

test('suggests the name of a misspelt setting, and describes a wrong one', async () => {
  expect((await readSettings('  postPerPage: 8,')).problems[0]?.hint).toBe('Did you mean postsPerPage?')
  const [nested] = (await readSettings("  footer: { ipc: '京ICP备1号' },")).problems
  expect(nested).toMatchObject({
    line: 6,
    message: 'Found the unknown setting "footer.ipc".',
    hint: 'Did you mean icp?',
  })
  expect((await readSettings('  postsPerPage: 0,')).problems[0]?.hint).toBe(
    'postsPerPage: Number of teasers on an index page.',
  )
})

test('reads what the configuration imports, and its types', async () => {
  const { site, files } = await read(
    `import type { SiteConfig } from './lib/site/config'\nimport { macros } from './macros'\n` +
      `export const site = { ...${JSON.stringify(minimal)}, macros } satisfies SiteConfig\n`,
    { 'macros.ts': "export const macros = { '\\\\R': '\\\\mathbb{R}' }" },
  )
  expect(site?.macros).toEqual({ '\\R': '\\mathbb{R}' })
  expect(files.map((file) => file.replace(/.*\//, ''))).toEqual(['macros.ts', 'site.config.ts'])
})

test.each([
  ['export const site = {', /^This file is not TypeScript: .+/],
  ['throw new Error("no")', /^Running this file failed: no\.$/],
  ['for (;;) {}', /^Running this file failed: .*timed out/],
  ['export const other = 1', /^Found no export of the name "site"/],
])('a configuration that fails is a problem: %s', async (text, message) => {
  const { site, problems } = await read(text)
  expect(site).toBeUndefined()
  expect(problems).toMatchObject([{ line: expect.any(Number), message: expect.stringMatching(message) }])
})

test('a missing configuration is a problem', async () => {
  expect((await readSite(join(folder, 'none.ts'))).problems).toMatchObject([
    { message: 'This file is missing.' },
  ])
})
