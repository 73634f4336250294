import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { chosenLanguage, defaultLanguage, readSiteLanguage } from './choose-language.mjs'

const argv = process.argv

afterEach(() => {
  vi.unstubAllEnvs()
  process.argv = argv
})

test.each([
  ['the locale', { LANG: 'zh_CN.UTF-8' }, '', 'zh-CN'],
  ['a locale of another region', { LANG: 'en_US.UTF-8', LC_ALL: 'zh_TW.UTF-8' }, 'en', 'zh-CN'],
  ['the language of the site', { LANG: 'C.UTF-8' }, 'zh-TW', 'zh-CN'],
  ['neither', { LANG: 'C.UTF-8' }, 'ja', 'en'],
  ['a locale that only starts with the same letters', { LANG: 'zha_CN' }, '', 'en'],
])('messages follow %s', (_, env, site, language) => {
  expect(defaultLanguage(site, env as unknown as NodeJS.ProcessEnv)).toBe(language)
})

test.each([
  [['--lang', 'en', 'x.mdx'], 'zh-CN', 'en', ['x.mdx']],
  [['x.mdx', '--lang=zh-TW'], '', 'zh-CN', ['x.mdx']],
  [['x.mdx'], 'en_GB', 'en', ['x.mdx']],
  [['x.mdx'], '', undefined, ['x.mdx']],
])('with %j and LEMMA_LANG=%j the user chose %j', (args, variable, language, rest) => {
  vi.stubEnv('LEMMA_LANG', variable)
  process.argv = ['node', 'lint.mjs', ...args]
  expect(chosenLanguage()).toBe(language)
  expect(process.argv.slice(2)).toEqual(rest)
})

test('an option that npm kept counts', () => {
  vi.stubEnv('npm_config_lang', 'zh-CN')
  process.argv = ['node', 'lint.mjs']
  expect(chosenLanguage()).toBe('zh-CN')
})

test('reads --lang without -- before it, which npm takes for letters', () => {
  for (const name of ['long', 'all', 'global']) vi.stubEnv(`npm_config_${name}`, 'true')
  process.argv = ['node', 'lint.mjs', 'x.mdx', 'en']
  expect(chosenLanguage()).toBe('en')
  expect(process.argv.slice(2)).toEqual(['x.mdx'])
  expect(process.env.npm_config_global).toBeUndefined()
})

test.each([
  ["export const site = {\n  language: 'zh-CN',\n}", 'zh-CN'],
  ['export const site = { name: \'x\', language: "en" }', 'en'],
  ["export const site = {\n  // language: 'ja',\n  language: 'zh-TW',\n}", 'zh-TW'],
  ["export const site = {\n  languages: ['zh-CN', 'en'],\n}", 'zh-CN'],
  ["export const site = {\n  languages: [\n    { language: 'ja', name: 'x' },\n  ],\n}", 'ja'],
  ["export const site = {\n  /** The default of `language: 'ja'` */\n  name: 'x',\n}", ''],
])('reads the language of a site from %j', (text, language) => {
  const folder = mkdtempSync(join(tmpdir(), 'lemma-language-'))
  try {
    expect(readSiteLanguage(folder)).toBe('')
    writeFileSync(join(folder, 'site.config.ts'), text)
    expect(readSiteLanguage(folder)).toBe(language)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
