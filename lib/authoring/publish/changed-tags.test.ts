import { expect, test } from 'vitest'
import type { Post, Published } from '../../published/types'
import { testSite } from '../../site/test-site'
import { changedTags } from './changed-tags'

/** Posts a, b, c, d, newest first. */
const posts = ['a', 'b', 'c', 'd'].map((slug, index) => post(slug, `2020-01-0${9 - index}T00:00:00Z`))
const site: Published = {
  site: testSite,
  posts,
  series: [{ ...document('s'), title: '系列' }],
  pages: [document('about')],
  authors: [{ id: 'a', name: 'A' }],
  files: [],
  connections: {},
}

function document(slug: string) {
  return {
    file: `content/${slug}.mdx`,
    slug,
    url: `/${slug}`,
    title: slug,
    lang: 'zh-CN' as const,
    body: slug,
    problems: [],
  }
}

function post(slug: string, date: string, more: Partial<Post> = {}): Post {
  return {
    ...document(slug),
    id: slug,
    date,
    tags: [],
    authors: ['a'],
    draft: false,
    unlisted: false,
    aliases: [],
    images: [],
    headings: [],
    counts: { words: 1, formulas: 1, minutes: 1 },
    complete: false,
    ...more,
  }
}

const withPosts = (...changed: Post[]): Published => ({ ...site, posts: changed })
const edit = (slug: string, more: Partial<Post>) =>
  withPosts(...posts.map((post) => (post.slug === slug ? { ...post, ...more } : post)))

test('expires nothing if nothing changes', () => {
  expect(changedTags(site, structuredClone(site))).toEqual([])
})

test('expires everything if a font of the theme changes, and nothing if another file does', () => {
  const font = { family: 'A', file: '/fonts/a.woff2', weight: 400, style: 'normal' as const }
  const themed = { ...site, site: { ...testSite, theme: { fontFiles: [font] } } }
  const withFile = (path: string, hash: string): Published => ({
    ...themed,
    files: [{ path, source: `site/public/${path}`, hash, type: 'font/woff2' }],
  })
  expect(changedTags(withFile('fonts/a.woff2', '1'), withFile('fonts/a.woff2', '2'))).toEqual(['content'])
  expect(changedTags(withFile('fonts/b.woff2', '1'), withFile('fonts/b.woff2', '2'))).toEqual([])
})

test('expires an edited article, its neighbours and the lists', () => {
  expect(changedTags(site, edit('c', { body: 'new' }))).toEqual(['post:c', 'post:b', 'post:d', 'lists'])
})

test('expires a deleted article and those that become neighbours', () => {
  expect(changedTags(site, withPosts(...posts.filter(({ slug }) => slug !== 'b')))).toEqual([
    'post:b',
    'post:a',
    'post:c',
    'lists',
  ])
})

test('expires the old and new neighbours of an article whose date changes', () => {
  const [a, b, c, d] = posts as [Post, Post, Post, Post]
  const moved = { ...a, date: '2019-01-01T00:00:00Z' }
  expect(changedTags(site, withPosts(b, c, d, moved)).sort()).toEqual(['lists', 'post:a', 'post:b', 'post:d'])
})

test('does not treat unlisted and scheduled posts as neighbours', () => {
  const hidden = [
    post('later', '2999-01-01T00:00:00Z'),
    ...posts.slice(0, 2),
    post('unlisted', '2020-01-07T12:00:00Z', { unlisted: true }),
    ...posts.slice(2),
  ]
  const changed = hidden.map((post) => (post.slug === 'c' ? { ...post, title: 'new' } : post))
  expect(changedTags(withPosts(...hidden), withPosts(...changed))).toEqual([
    'post:c',
    'post:b',
    'post:d',
    'lists',
  ])
})

test('on a site in several languages, the neighbours of an article are those in its language', () => {
  const languages = [{ language: 'zh-CN' as const }, { language: 'en' as const }]
  const inLanguages = (changed: string) => ({
    ...withPosts(
      ...posts.map((post, index) => ({
        ...post,
        lang: index % 2 === 0 ? ('en' as const) : ('zh-CN' as const),
        ...(post.slug === changed && { body: 'new' }),
      })),
    ),
    site: { ...testSite, languages },
  })
  expect(changedTags(inLanguages(''), inLanguages('c'))).toEqual(['post:c', 'post:a', 'lists'])
})

test('expires all parts of a series when one of them or the series changes', () => {
  const inSeries = posts.map((post, part) => (part === 1 ? post : { ...post, series: 's', part }))
  const before = withPosts(...inSeries)
  const changed = withPosts(...inSeries.map((post) => (post.slug === 'a' ? { ...post, title: 'new' } : post)))
  expect(changedTags(before, changed).sort()).toEqual(['lists', 'post:a', 'post:b', 'post:c', 'post:d'])
  const renamed = { ...before, series: [{ ...document('s'), title: '新系列' }] }
  expect(changedTags(before, renamed).sort()).toEqual(['lists', 'post:a', 'post:c', 'post:d'])
})

test('expires lists, and pages that do not exist, when a redirect changes', () => {
  const redirects = [{ from: '/old', to: '/new' }]
  expect(changedTags(site, { ...site, redirects })).toEqual(['lists'])
  expect(changedTags({ ...site, redirects }, structuredClone({ ...site, redirects }))).toEqual([])
  expect(changedTags({ ...site, redirects }, site)).toEqual(['lists'])
})

test('expires everything when the first post gets a URL of its own, because scripts find links to posts in another way', () => {
  const usual = withPosts(...posts.map((post) => ({ ...post, url: `/posts/${post.slug}` })))
  const first = {
    ...usual,
    posts: usual.posts.map((post) => (post.slug === 'a' ? { ...post, url: '/x' } : post)),
  }
  expect(changedTags(usual, first)).toEqual(['content'])
})

test('expires a page and the lists; an author expires everything', () => {
  expect(changedTags(site, { ...site, pages: [{ ...document('about'), body: 'new' }] })).toEqual([
    'page:about',
    'lists',
  ])
  expect(changedTags(site, { ...site, authors: [{ id: 'a', name: 'B' }] })).toEqual(['content'])
})

test('expires the translations of a page', () => {
  const english = { ...document('about-en'), lang: 'en' as const, translationOf: 'about' }
  const before = { ...site, pages: [document('about'), document('colophon'), english] }
  const changed = (slug: string) => ({
    ...before,
    pages: before.pages.map((page) => (page.slug === slug ? { ...page, body: 'new' } : page)),
  })
  expect(changedTags(before, changed('about'))).toEqual(['page:about', 'page:about-en', 'lists'])
  expect(changedTags(before, changed('about-en'))).toEqual(['page:about-en', 'page:about', 'lists'])
  expect(changedTags(before, { ...before, pages: before.pages.slice(0, 2) })).toEqual([
    'page:about-en',
    'page:about',
    'lists',
  ])
})

test('expires an article when its connections change, or are shown differently', () => {
  const connected = (related: string[]): Published => ({
    ...site,
    connections: { a: { related, citedBy: [], translations: [] } },
  })
  expect(changedTags(connected(['c']), connected(['d']))).toEqual(['post:a'])
  const renamed = { ...edit('d', { title: 'new' }), connections: connected(['d']).connections }
  expect(changedTags(connected(['d']), renamed)).toEqual(['post:d', 'post:c', 'post:a', 'lists'])
  const rewritten = { ...edit('d', { body: 'new' }), connections: connected(['d']).connections }
  expect(changedTags(connected(['d']), rewritten)).toEqual(['post:d', 'post:c', 'lists'])
})
