import { expect, test } from 'vitest'
import { checkFile } from './check-file'
import { type DocumentType, documentTypes } from './document-types'

const post: DocumentType = {
  name: 'Post',
  filePathPattern: 'posts/*.md',
  contentType: 'markdown',
  fields: {
    title: { type: 'string', required: true, description: 'The title' },
    date: { type: 'string', required: true },
    slug: { type: 'string' },
    tags: { type: 'list', of: { type: 'string' } },
    part: { type: 'number' },
    draft: { type: 'boolean' },
    lang: { type: 'enum', options: ['zh-CN', 'en'] },
    aliases: { type: 'list', of: { type: 'string' } },
    source: {
      type: 'nested',
      of: {
        name: 'Original',
        fields: { url: { type: 'string', required: true, description: 'Where it was published' } },
      },
    },
  },
}

const check = (...lines: string[]) =>
  checkFile('content/posts/x.mdx', `---\n${lines.join('\n')}\n---\n\n正文\n`, post, 'Asia/Shanghai')

test('accepts a title and a date', () => {
  expect(check('title: 极值', 'date: 2010-12-26')).toEqual([])
})

test('accepts all fields', () => {
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
    ['title: x', 'date: 2010-12-26', 'tags: true'],
    4,
    'Found tags: true (a boolean); expected a list of texts, [a, b].',
  ],
  [
    ['title: x', 'date: 2010-12-26', 'tags: [{ a: b }]'],
    4,
    'Found tags: [{"a":"b"}] (a list); expected a list of texts, [a, b].',
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
  [['titel: x', 'date: 2010-12-26'], 2, 'The field "title" is missing; expected text.'],
  [
    ['title: x', 'date: 2010-12-26', 'source:', '  link: x'],
    5,
    'Found the unknown field "link"; expected one of url.',
  ],
])('reports %j on line %i', (lines, line, message) => {
  const problems = check(...lines)
  expect(problems[0]).toMatchObject({ file: 'content/posts/x.mdx', line, rule: 'front-matter', message })
  expect(problems[0]?.hint).toBeTruthy()
})

test('reports invalid YAML with its position', () => {
  expect(check('title: "x', 'date: 2010-12-26')[0]).toMatchObject({
    message: expect.stringContaining('not YAML'),
  })
})

test('suggests `npm run new` for a file without front matter', () => {
  expect(checkFile('content/posts/x.mdx', '正文', post, 'Asia/Shanghai')).toMatchObject([
    { line: 1, hint: expect.stringContaining('npm run new') },
  ])
})

test.each([
  ['title：极值\ndate: 2010-12-26', 2, 6, 'found title： with a full-width colon', 'Write title: 极值'],
  [
    'title: 极值\ndate：2010-12-26\ntags: [a]',
    3,
    5,
    'found date： with a full-width colon',
    'Write date: 2010-12-26',
  ],
  ['title：极值\ndate：2010-12-26', 2, 6, 'found title： with a full-width colon', 'Write title: 极值'],
  ['title:极值\ndate: 2010-12-26', 2, 6, 'found title: with no space after the colon', 'Write title: 极值'],
  ['title = x\ndate = y', 2, 7, 'found title = with an equals sign', 'Write title: x'],
  ['title: x\nsource:\n\turl: x', 4, 1, 'found a tab; lines are indented by spaces', 'Replace each tab'],
  [
    'title: "\\d x"',
    2,
    9,
    'found \\d between double quotes',
    'Use single quotes, \'\\d\', or two backslashes, "\\\\d".',
  ],
  ['title: A: B', 2, 8, 'found a second colon in a value', 'Quote the value: title: "A: B".'],
  ['title: @x', 2, 8, 'found a value that starts with @', 'title: "@x"'],
  ['title: "x\ndate: y', 2, 8, 'found a quote that is not closed', 'Close it'],
  ["title: 'It's'", 2, 12, "found text after the ' that ends the value", "'It''s'"],
  ['tags: [a, b\ndate: x', 2, 7, 'found [ without ]', '[a, b]'],
  ['source: {url: b', 2, 9, 'found { without }', '{ a: b }'],
  ['title: a\ntitle: b', 3, 1, 'found the field title again', 'Keep one'],
  ['title: a\n date: b', 3, 1, 'found an indented line after a value', 'Remove the spaces'],
  ['title: x\nText.', 3, 1, 'found the line "Text."', 'close the front matter above it with ---'],
  ['title: !x y', 2, 8, 'Unresolved tag: !x', 'title: "!x y"'],
])('names the cause of front matter that is not YAML: %j', (yaml, line, column, cause, hint) => {
  const [problem] = check(...yaml.split('\n'))
  expect(problem).toMatchObject({ line, column, hint: expect.stringContaining(hint) })
  expect(problem?.message).toContain(`The front matter is not YAML: ${cause}`)
})

test.each([
  ['---\ntitle: x\n\n正文\n', 1, 'The front matter has no closing ---.', 'after the last field'],
  [
    '\n---\ntitle: x\n---\n',
    2,
    'Found "---" on line 2; expected front matter that starts with ---',
    'very start',
  ],
  ['———\ntitle: x\n———\n', 1, 'Found "———" on line 1', 'three hyphens'],
])('finds front matter that is not between two lines of three hyphens: %j', (text, line, message, hint) => {
  expect(checkFile('content/posts/x.mdx', text, post, 'Asia/Shanghai')).toMatchObject([
    { line, column: 1, message: expect.stringContaining(message), hint: expect.stringContaining(hint) },
  ])
})

test.each([
  ['name：Ada', 1, 'The file is not YAML: found name： with a full-width colon', 'Write name: Ada'],
  ['name: "Ada', 1, 'The file is not YAML: found a quote that is not closed', 'Close it'],
  ['', 1, 'Found nothing; expected the field name.', 'name: Ada Lovelace'],
  ['Ada', 1, 'Found "Ada" (text); expected the field name.', 'name: Ada Lovelace'],
])('the file of an author has no front matter: %j', (text, line, message, hint) => {
  expect(checkFile('content/authors/x.yml', text, documentTypes.authors, 'Asia/Shanghai')).toMatchObject([
    { line, message: expect.stringContaining(message), hint: expect.stringContaining(hint) },
  ])
})

const checkPost = (line: string) =>
  checkFile(
    'content/posts/x.md',
    `---\ntitle: x\ndate: 2010-12-26\n${line}\n---\n`,
    documentTypes.posts,
    'UTC',
  ).map(({ line, message }) => `${line}: ${message}`)

test.each(['permalink: /archives/1.html', 'id: 42', 'id: word', 'guid: https://old.example/?p=1'])(
  'accepts %s',
  (line) => {
    expect(checkPost(line)).toEqual([])
  },
)

test.each([
  [
    'permalink: archives/1',
    '4: Found permalink: "archives/1" (text); expected a path such as /archives/1.html',
  ],
  ['permalink: /tags/x', '4: Found permalink: "/tags/x" (text); expected another path'],
  [
    'permalink: /x.json',
    '4: Found permalink: "/x.json" (text); expected a path that does not end with .json',
  ],
  ['id: [a]', '4: Found id: ["a"] (a list); expected text or a number.'],
  ["guid: ' '", '4: Found guid: " " (text); expected text that is not empty.'],
])('%s is a mistake', (line, message) => {
  expect(checkPost(line)).toEqual([expect.stringContaining(message)])
})
