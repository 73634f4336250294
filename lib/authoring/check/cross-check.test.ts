import { expect, test } from 'vitest'
import type { Page, Post, Published, Series } from '../../published/types'
import { testSite } from '../../site/test-site'
import { crossCheck } from './cross-check'

const document = { title: 'x', lang: 'zh-CN', body: '', problems: [] } as const
const post = (slug: string, fields: Partial<Post> = {}): Post => ({
  ...document,
  problems: [],
  file: `content/posts/${slug}.mdx`,
  id: slug,
  slug,
  url: `/posts/${slug}`,
  date: '2020-01-01T00:00:00Z',
  tags: [],
  authors: ['me'],
  draft: false,
  unlisted: false,
  aliases: [],
  images: [],
  headings: [],
  counts: { words: 0, formulas: 0, minutes: 1 },
  complete: true,
  ...fields,
})
const series: Series = {
  ...document,
  problems: [],
  file: 'content/series/s.mdx',
  slug: 's',
  url: '/series/s',
}
const page = (slug: string): Page => ({
  ...document,
  problems: [],
  file: `content/pages/${slug}.mdx`,
  slug,
  url: `/${slug}`,
})

const check = (posts: Post[], pages: Page[] = []) => {
  const published: Published = {
    site: testSite,
    posts,
    series: [series],
    pages,
    authors: [{ id: 'me', name: 'Me' }],
    files: [],
    connections: {},
  }
  return crossCheck(published).map(({ message }) => message)
}

test('the default path of a post with a URL of its own may be an alias, which is how it keeps redirecting', () => {
  expect(
    check([post('a', { url: '/2011/a', aliases: ['/posts/a'] }), post('b', { url: '/posts/2011/b' })]),
  ).toEqual([])
})

test('reports nothing if everything is consistent', () => {
  const parts = [post('a', { series: 's', part: 1 }), post('b', { series: 's', part: 3, aliases: ['/old'] })]
  expect(check(parts, [page('about')])).toEqual([])
})

test.each<[string, Post[], Page[], string]>([
  [
    'a duplicate slug',
    [post('a'), post('a', { file: 'content/posts/b.mdx' })],
    [],
    'The slug "a" is already used by content/posts/a.mdx.',
  ],
  [
    'a duplicate part',
    [post('a', { series: 's', part: 1 }), post('b', { series: 's', part: 1 })],
    [],
    'Part 1 of the series "s" is already content/posts/a.mdx.',
  ],
  ['an unknown series', [post('a', { series: 't', part: 1 })], [], 'Found series: t; expected one of s.'],
  [
    'a series without part',
    [post('a', { series: 's' })],
    [],
    'Found one of series and part; expected both or neither.',
  ],
  ['an unknown author', [post('a', { authors: ['you'] })], [], 'Found the author "you"; expected one of me.'],
  [
    'an alias that hides a page',
    [post('a', { aliases: ['/posts/b'] }), post('b')],
    [],
    'The alias /posts/b is the URL of a page.',
  ],
  [
    'a duplicate alias',
    [post('a', { aliases: ['/x'] }), post('b', { aliases: ['/x'] })],
    [],
    'The alias /x already redirects to content/posts/a.mdx.',
  ],
  [
    'a duplicate id',
    [post('a'), post('b', { id: 'a' })],
    [],
    'The id "a" is also used by content/posts/a.mdx; feed readers would show only one of them.',
  ],
  [
    'a post at the URL of another post',
    [post('a'), post('b', { url: '/posts/a' })],
    [],
    'The URL of this post, /posts/a, is already that of content/posts/a.mdx.',
  ],
  [
    'a post at the URL of a page',
    [post('b', { url: '/%E5%85%B3%E4%BA%8E' })],
    [page('关于')],
    'The URL of this post, /关于, is already that of content/pages/关于.mdx.',
  ],
  [
    'two posts that a pattern gives one URL',
    [post('a', { url: '/2011/05' }), post('b', { url: '/2011/05' })],
    [],
    'The URL of this post, /2011/05, is already that of content/posts/a.mdx.',
  ],
  [
    'a post at a path of ours',
    [post('search', { url: '/search' })],
    [],
    'The URL of this post, /search, is used by Lemma itself.',
  ],
  [
    'an alias that is the URL of a post',
    [post('a', { url: '/2011/a' }), post('b', { aliases: ['/2011/a'] })],
    [],
    'The alias /2011/a is the URL of a page.',
  ],
  [
    'a duplicate guid',
    [post('a', { guid: 'https://old.example/?p=1' }), post('b', { guid: 'https://old.example/?p=1' })],
    [],
    'The guid "https://old.example/?p=1" is already used by content/posts/a.mdx; feed readers would show only one of them.',
  ],
  ['a page over a route', [], [page('tags')], expect.stringContaining('The page "tags" would hide a route')],
  [
    'a page under a redirect',
    [],
    [page('feed')],
    expect.stringContaining('The page "feed" would hide a route'),
  ],
])('%s is reported', (_, posts, pages, message) => {
  expect(check(posts, pages)).toEqual([message])
})

test('reports a duplicate id on the article that sets it, in any order', () => {
  const reported = (posts: Post[]) =>
    crossCheck({
      site: testSite,
      posts,
      series: [],
      pages: [],
      authors: [{ id: 'me', name: 'Me' }],
      connections: {},
      files: [],
    }).map(({ file, message }) => [file, message])
  const both = (a: string, b: string) => [
    `content/posts/${a}.mdx`,
    `The id "x" is also used by content/posts/${b}.mdx; feed readers would show only one of them.`,
  ]
  expect(reported([post('a', { id: 'x' }), post('x')])).toEqual([both('a', 'x')])
  expect(reported([post('a', { id: 'x' }), post('b', { id: 'x' })])).toEqual([both('a', 'b'), both('b', 'a')])
  const elsewhere = { file: 'content/posts/old/x.mdx', id: 'x' }
  expect(reported([post('x'), post('y', elsewhere)])).toEqual([
    [
      elsewhere.file,
      'The id "x" is also used by content/posts/x.mdx; feed readers would show only one of them.',
    ],
  ])
})

test('accepts a translation into another language', () => {
  expect(check([post('a'), post('b', { lang: 'en', translationOf: 'a' })])).toEqual([])
})

test('reports a translation of nothing, of itself, or of a translation', () => {
  const posts = [
    post('a'),
    post('b', { lang: 'en', translationOf: 'a' }),
    post('c', { lang: 'en', translationOf: 'aa' }),
    post('d', { translationOf: 'd' }),
    post('e', { translationOf: 'b' }),
  ]
  expect(check(posts)).toEqual([
    'Found translationOf: aa; expected the slug of another article.',
    'Found translationOf: d; expected the slug of another article.',
    'Found translationOf: b, which is a translation itself.',
  ])
})

test('reports a translation into the language of the original or of another translation', () => {
  const posts = [
    post('a'),
    post('b', { translationOf: 'a' }),
    post('c', { lang: 'en', translationOf: 'a' }),
    post('d', { lang: 'en', translationOf: 'a' }),
  ]
  expect(check(posts)).toEqual([
    'Found translationOf: a, which is in the same language, zh-CN.',
    'Found translationOf: a, whose translation into en is already content/posts/c.mdx.',
  ])
})

test('warns of a post that was changed before its day of publication', () => {
  const day = { date: '2020-01-02T02:30:00Z' }
  const published = (updated: string): Published => ({
    site: testSite,
    posts: [post('a', { ...day, updated })],
    series: [],
    pages: [],
    authors: [{ id: 'me', name: 'Me' }],
    connections: {},
    files: [],
  })
  expect(crossCheck(published('2020-01-01T00:00:00Z'))).toMatchObject([
    { severity: 'warning', message: 'Found updated: 2020-01-01, which is before date: 2020-01-02.' },
  ])
  expect(crossCheck(published('2020-01-01T16:00:00Z')), 'the same day').toEqual([])
  expect(crossCheck(published('2020-01-05T00:00:00Z'))).toEqual([])
})

test('on a site in several languages, the lists of each language have their paths', () => {
  const languages = [{ language: 'zh-CN' as const }, { language: 'en' as const }]
  const published = (site: Published['site']): Published => ({
    site,
    posts: [
      post('a', { aliases: ['/en/archive', '/en/tags/limits', '/en/tags/old'] }),
      post('b', { lang: 'en', tags: ['limits'] }),
    ],
    series: [],
    pages: [page('en'), page('ja')],
    authors: [{ id: 'me', name: 'Me' }],
    files: [],
    connections: {},
  })
  expect(crossCheck(published(testSite))).toEqual([])
  expect(crossCheck(published({ ...testSite, languages })).map(({ message }) => message)).toEqual([
    'The alias /en/archive is the URL of a page.',
    'The alias /en/tags/limits is the URL of a page.',
    expect.stringMatching(
      /^The page "en" would hide a route of the site; expected a name other than .*, en\.$/,
    ),
  ])
})

test('a page may be the translation of a page in another language', () => {
  const english = { ...page('about-en'), lang: 'en' as const, translationOf: 'about' }
  expect(check([], [page('about'), english])).toEqual([])
  expect(check([], [page('about'), { ...english, translationOf: 'abuot' }])).toEqual([
    'Found translationOf: abuot; expected the slug of another page.',
  ])
  expect(check([], [page('about'), { ...english, lang: 'zh-CN' as const }])).toEqual([
    'Found translationOf: about, which is in the same language, zh-CN.',
  ])
})
