import { expect, test } from 'vitest'
import { checkFile } from './check-file'
import { documentTypes } from './document-types'
import { readFields } from './read-fields'

const text = (yaml: string) => `---\n${yaml}\n---\n\n正文\n`
const check = (yaml: string, type: keyof typeof documentTypes = 'posts') =>
  checkFile('content/posts/x.md', text(yaml), documentTypes[type], 'Asia/Shanghai')
const read = (yaml: string) => readFields('content/posts/x.md', text(yaml), documentTypes.posts)

const titled = 'title: x\ndate: 2020-01-01\n'

test.each([
  [
    'Hexo',
    'layout: post\ntitle: 极值\ndate: 2024/1/2 3:04:05\nupdated: 2024-01-03 00:00:00\ncategories:\n  - [数学, 分析]\n  - [笔记]\ntags: 变分, 极值\nmathjax: true\ncomments: false\ntoc: true\nthumbnail: a.png\ntop: 10\nsticky: 1\nexcerpt: 摘要\npermalink: /a/\nauthor: 沈砚\nkeywords: [甲]\npublished: true',
    {
      title: '极值',
      date: '2024/1/2 3:04:05',
      updated: '2024-01-03 00:00:00',
      category: '数学',
      tags: ['变分', '极值', '分析', '笔记'],
      cover: 'a.png',
      permalink: '/a/',
      summary: '摘要',
      authorNames: ['沈砚'],
    },
  ],
  [
    'Hugo',
    'title: x\ndate: 2024-01-02T03:04:05+08:00\nlastmod: 2024-01-05\ndraft: false\ntags: [a, 2024]\ncategories: [b]\ndescription: 摘要\nweight: 3\nmath: true\nkatex: true\nslug: 2024\ncover:\n  image: a.png\n  alt: 图\nsubtitle: y',
    {
      title: 'x',
      date: '2024-01-02T03:04:05+08:00',
      updated: '2024-01-05',
      draft: false,
      tags: ['a', '2024'],
      category: 'b',
      summary: '摘要',
      slug: '2024',
      cover: 'a.png',
    },
  ],
  [
    'Jekyll',
    'title: x\ndate: 2024-01-02 03:04:05 +0800\nlast_modified_at: 2024-01-05\npublished: false\ncategory: 数学\ntags: 数学\nimage: true\npinned: true',
    {
      title: 'x',
      date: '2024-01-02 03:04:05 +0800',
      updated: '2024-01-05',
      draft: true,
      category: '数学',
      tags: ['数学'],
    },
  ],
])('front matter of %s is understood', (_, yaml, fields) => {
  expect(check(yaml)).toEqual([])
  expect(read(yaml)).toEqual(fields)
})

test('our own fields have precedence, and a value that cannot be ours is left out', () => {
  expect(
    read(`${titled}summary: 甲\ndescription: 乙\nimage: true\nthumbnail: a.png\nexcerpt: ''`),
  ).toMatchObject({
    summary: '甲',
    cover: 'a.png',
  })
  expect(read(`${titled}authors: [a]\nauthor: b`)).toEqual({ title: 'x', date: '2020-01-01', authors: ['a'] })
  expect(read(`${titled}category: 拓扑, 几何`)).toMatchObject({ category: '拓扑, 几何' })
  expect(read(`${titled}draft: true\npublished: true`)).toMatchObject({ draft: true })
})

test('a problem of a translated field is at the name that the author wrote', () => {
  expect(check(`${titled}lastmod: 昨天`)).toMatchObject([
    { line: 4, message: expect.stringContaining('Found lastmod: "昨天" (text); expected a date') },
  ])
  expect(check(`${titled}categories: 1`)).toEqual([])
})

test('an unknown field is no problem of the file, and a misspelt one is named where a field is missing', () => {
  expect(check(`${titled}foo: bar\ntag: [a]`)).toEqual([])
  expect(read(`${titled}foo: bar\ntag: [a]`)).toEqual({
    title: 'x',
    date: '2020-01-01',
    unknownFields: ['foo', 'tag'],
  })
  expect(check('titel: x\ndate: 2020-01-01')).toMatchObject([
    {
      line: 2,
      message: expect.stringContaining('"title" is missing'),
      hint: 'Write title instead of titel.',
    },
  ])
})

test.each(['draft: true', 'published: false', 'unlisted: true'])(
  'a page with %s is not published: pages cannot be hidden',
  (field) => {
    expect(check(`title: x\n${field}`, 'pages')).toMatchObject([
      { line: 3, message: expect.stringContaining('cannot be hidden') },
    ])
    expect(check('title: x\ndraft: false\ndate: 2020-01-01\nlayout: page\ntags: [a]', 'pages')).toEqual([])
  },
)
