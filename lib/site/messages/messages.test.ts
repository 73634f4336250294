import { readFileSync } from 'node:fs'
import { afterEach, expect, test, vi } from 'vitest'
import { plural } from '../plural.mjs'
import { findMessages, findPlainTexts, listSources } from './test-messages'
import { listed, translate } from './translate.mjs'
import { articles } from './zh-CN/articles.mjs'
import { commands } from './zh-CN/commands.mjs'
import { content } from './zh-CN/content.mjs'
import { formulas } from './zh-CN/formulas.mjs'
import { importing } from './zh-CN/import.mjs'
import { chinese } from './zh-CN/index.mjs'
import { settings } from './zh-CN/settings.mjs'

const messages = listSources().flatMap((file) => findMessages(file))

const placeholders = (text: string) => [...new Set(text.match(/\{\d\}/g))].sort()

afterEach(() => {
  vi.unstubAllEnvs()
})

test('every message in the source has a Chinese translation', () => {
  const missing = messages.filter(({ text }) => chinese[text] === undefined)
  expect(missing.map(({ place, text }) => `${place}: ${text}`)).toEqual([])
})

test('every Chinese translation belongs to a message in the source', () => {
  const keys = new Set(messages.map(({ text }) => text))
  expect(Object.keys(chinese).filter((key) => !keys.has(key))).toEqual([])
})

test('no message is translated in two dictionaries', () => {
  const keys = [articles, formulas, content, settings, commands, importing].flatMap((dictionary) =>
    Object.keys(dictionary),
  )
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
})

test('a translation fills in the same values as its message', () => {
  const different = Object.entries(chinese).filter(
    ([key, text = '']) => placeholders(key).join() !== placeholders(text).join(),
  )
  expect(different).toEqual([])
})

test('Chinese text has full-width punctuation, and spaces between Han characters and Latin letters', () => {
  const wrong =
    /\p{Script=Han}(?:[,;:!?](?![/*])|[A-Za-z0-9])|[A-Za-z0-9]\p{Script=Han}|\p{Script=Han} \p{Script=Han}/u
  // Code and formats of registration numbers have characters of their own.
  const code = /“[^”]*”|`[^`]*`|\[[^\]]*\]|京(?:公网安备|ICP备)[\d号 -]+/g
  const texts = Object.values(chinese).map((text = '') => text.replace(code, '“”'))
  expect(texts.filter((text) => wrong.test(text))).toEqual([])
})

test('texts that authors read go through translate', () => {
  const plain = listSources().flatMap((file) => findPlainTexts(file))
  expect(plain.map(({ place, text }) => `${place}: write translate before "${text}"`)).toEqual([])
})

test.each([
  ["report(file, node, { rule: 'x', message: `Found a; expected b.` })", 'Found a; expected b.'],
  ["const found = { rule: 'x', hint: isOpen ? 'Close it.' : translate`Open it.` }", 'Close it.'],
  ["throw new LimitError('Found too much.', translate`Split it.`)", 'Found too much.'],
  ['fail(`There is nothing here.`)', 'There is nothing here.'],
  ["console.error('There is nothing here.')", 'There is nothing here.'],
])('finds a text without translate in %s', (source, text) => {
  expect(findPlainTexts('a.ts', source)).toEqual([{ place: 'a.ts:1', text }])
})

test('finds templates with their values, and nouns', () => {
  const source = `const a = translate\`Found \${plural(2, 'post')}; \\\\x{\${b}}.\``
  expect(findMessages('a.ts', source).map(({ text }) => text)).toEqual(['Found {0}; \\x{{1}}.', '{0} post'])
})

test('writes messages in English without a language, with values as they are', () => {
  vi.stubEnv('LEMMA_LANG', undefined)
  expect(translate`Found ${'{0}'} at ${3}; expected ${['a', 'b']}.`).toBe('Found {0} at 3; expected a,b.')
  expect([listed(['a', 'b']), plural(2, 'problem'), plural(1, 'problem')]).toEqual([
    'a, b',
    '2 problems',
    '1 problem',
  ])
})

test('writes messages in Chinese, with spaces between Han characters and Latin values', () => {
  vi.stubEnv('LEMMA_LANG', 'zh-CN')
  expect(translate`Found ${'part'}: ${'"x"'}; expected ${translate`a whole number from 0`}.`).toBe(
    'part 的值是 "x"，应为不小于 0 的整数。',
  )
  expect(translate`Compiled ${3} of ${plural(12, 'file')}; the others were unchanged.`).toBe(
    '共 12 个文件，编译了 3 个，其余没有改动。',
  )
  expect(listed(['a', 'b'])).toBe('a、b')
})

test('a message without a translation stays English', () => {
  vi.stubEnv('LEMMA_LANG', 'zh-CN')
  const template = Object.assign(['Found no translation of ', '.'], {
    raw: [],
  }) as unknown as TemplateStringsArray
  expect(translate(template, 'x')).toBe('Found no translation of x.')
})

test('the Chinese documentation that messages name exists', () => {
  const files = Object.values(chinese).flatMap((text = '') => text.match(/docs\/[\w/-]+\.md/g) ?? [])
  for (const file of files) expect(readFileSync(file, 'utf8'), file).not.toBe('')
})
