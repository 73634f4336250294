import { defineDocumentType, defineNestedType } from 'contentlayer2/source-files'
import { expect, test } from 'vitest'
import { checkFile } from './front-matter'

const Original = defineNestedType(() => ({
  name: 'Original',
  fields: { url: { type: 'string', required: true, description: 'Where it was published' } },
}))

const Post = defineDocumentType(() => ({
  name: 'Post',
  fields: {
    title: { type: 'string', required: true, description: 'The title' },
    date: { type: 'string', required: true },
    slug: { type: 'string' },
    tags: { type: 'list', of: { type: 'string' } },
    part: { type: 'number' },
    draft: { type: 'boolean' },
    lang: { type: 'enum', options: ['zh-CN', 'en'] },
    aliases: { type: 'list', of: { type: 'string' } },
    source: { type: 'nested', of: Original },
  },
}))

const check = (...lines: string[]) =>
  checkFile('content/posts/x.mdx', `---\n${lines.join('\n')}\n---\n\n正文\n`, Post.def())

test('a title and a date are enough', () => {
  expect(check('title: 极值', 'date: 2010-12-26')).toEqual([])
})

test('every field may be given', () => {
  const lines = [
    'tags: [甲, 乙]',
    'part: 0',
    'draft: false',
    'lang: en',
    'aliases: [/a]',
    'source: { url: https://x.org }',
  ]
  expect(check('title: 极值', 'date: 2010-12-26 10:30', 'slug: 极值', ...lines)).toEqual([])
})

test.each([
  [['date: 2010-12-26'], 2, 'The field "title" is missing; expected text.'],
  [['title: 2024', 'date: 2010-12-26'], 2, 'Found title: 2024 (a number); expected text.'],
  [
    ['title: x', 'date: 2010-13-26'],
    3,
    'Found date: "2010-13-26" (text); expected a date that exists, 2010-12-26 or 2010-12-26 10:30.',
  ],
  [
    ['title: x', 'date: 2010-12-26', 'tags: 变分'],
    4,
    'Found tags: "变分" (text); expected a list of texts, [a, b].',
  ],
  [
    ['title: x', 'date: 2010-12-26', 'tags: [1]'],
    4,
    'Found tags: [1] (a list); expected a list of texts, [a, b].',
  ],
  [['title: x', 'date: 2010-12-26', 'part: 第一'], 4, 'Found part: "第一" (text); expected a number.'],
  [
    ['title: x', 'date: 2010-12-26', 'part: 1.5'],
    4,
    'Found part: 1.5 (a number); expected a whole number from 0.',
  ],
  [['title: x', 'date: 2010-12-26', 'draft: yes'], 4, 'Found draft: "yes" (text); expected true or false.'],
  [['title: x', 'date: 2010-12-26', 'lang: fr'], 4, 'Found lang: "fr" (text); expected one of zh-CN, en.'],
  [
    ['title: x', 'date: 2010-12-26', 'slug: a/b'],
    4,
    'Found slug: "a/b" (text); expected a name without spaces, /, ? and #.',
  ],
  [
    ['title: x', 'date: 2010-12-26', 'aliases: [a]'],
    4,
    'Found aliases: ["a"] (a list); expected paths that start with /.',
  ],
  [
    ['title: x', 'date: 2010-12-26', 'tag: [a]'],
    4,
    'Found the unknown field "tag"; expected one of title, date, slug, tags, part, draft, lang, aliases, source.',
  ],
  [
    ['title: x', 'date: 2010-12-26', 'source:', '  link: x'],
    5,
    'Found the unknown field "link"; expected one of url.',
  ],
])('%j is reported on line %i', (lines, line, message) => {
  const problems = check(...lines)
  expect(problems[0]).toMatchObject({ file: 'content/posts/x.mdx', line, rule: 'front-matter', message })
  expect(problems[0]?.hint).toBeTruthy()
})

test('broken YAML is reported with its place', () => {
  expect(check('title: "x', 'date: 2010-12-26')[0]).toMatchObject({
    message: expect.stringContaining('not YAML'),
  })
})

test('a file without front matter is told how to get one', () => {
  expect(checkFile('content/posts/x.mdx', '正文', Post.def())).toMatchObject([
    { line: 1, hint: expect.stringContaining('npm run new') },
  ])
})
