import { expect, test } from 'vitest'
import type { Page, Post, Published } from '../../published/types'
import { testSite } from '../../site/test-site'
import { type AnnouncedPages, findChanges } from './changes'

const now = new Date('2026-11-26T12:00:00Z')
const post = (slug: string, fields: Partial<Post> = {}): Post =>
  ({
    file: `${slug}.mdx`,
    slug,
    url: `/posts/${slug}`,
    body: `body of ${slug}`,
    date: '2026-01-01T00:00:00Z',
    tags: [],
    authors: ['me'],
    images: [],
    draft: false,
    unlisted: false,
    ...fields,
  }) as unknown as Post
const site = (posts: Post[], pages: Page[] = []): Published => ({
  site: testSite,
  posts,
  series: [],
  pages,
  authors: [],
  files: [],
  connections: {},
})
const text = (file: string) => `text of ${file}`
const paths = (before: AnnouncedPages, posts: Post[], textOf = text, when = now) => {
  const { changed, gone, lists } = findChanges(before, site(posts), when, textOf)
  return { changed, gone, lists }
}
const announced = (...posts: Post[]) => findChanges({}, site(posts), now, text).announced

test('reports a new post and its lists, but no existing post', () => {
  const old = post('old')
  expect(
    paths(announced(old), [post('new', { tags: ['变分'], category: '数学', series: 's' }), old]),
  ).toEqual({
    changed: ['/posts/new'],
    gone: [],
    lists: ['/', '/series/s', '/tags/%E5%8F%98%E5%88%86', '/categories/%E6%95%B0%E5%AD%A6', '/authors/me'],
  })
})

test('reports the lists that contained a post before an edit', () => {
  const before = announced(post('a', { tags: ['x'] }))
  const edited = post('a', { tags: ['y'], body: 'another' })
  expect(paths(before, [edited], () => 'another text')).toEqual({
    changed: ['/posts/a'],
    gone: [],
    lists: ['/', '/tags/y', '/authors/me', '/tags/x'],
  })
})

test('ignores bodies that a new version of Lemma changed, but reports a replaced image', () => {
  const before = announced(post('a', { images: ['/media/1/a.svg'] }))
  const printed = { body: 'printed otherwise' }
  expect(paths(before, [post('a', { ...printed, images: ['/media/1/a.svg'] })]).changed).toEqual([])
  expect(paths(before, [post('a', { ...printed, images: ['/media/2/a.svg'] })]).changed).toEqual(['/posts/a'])
})

test('reports deleted, hidden and renamed posts as gone', () => {
  const before = announced(post('a'), post('b'), post('c'))
  const { changed, gone } = paths(before, [post('a', { unlisted: true }), post('renamed')])
  expect(changed).toEqual(['/posts/renamed'])
  expect(gone).toEqual(['/posts/a', '/posts/b', '/posts/c'])
})

test('never reports drafts and reposts, and reports a scheduled post from its instant on', () => {
  const scheduled = post('scheduled', { date: '2026-11-26T13:00:00Z' })
  const all = [
    post('draft', { draft: true }),
    post('repost', { source: { title: '', author: '', url: '' } }),
    scheduled,
  ]
  expect(paths({}, all)).toEqual({ changed: [], gone: [], lists: [] })
  expect(paths({}, all, text, new Date(scheduled.date)).changed).toEqual(['/posts/scheduled'])
})

test('reports pages of the site, whatever their name', () => {
  const about = { file: 'about.mdx', slug: 'constructor', url: '/constructor', body: 'b' } as Page
  expect(findChanges({}, site([], [about]), now, text)).toMatchObject({
    changed: ['/constructor'],
    lists: [],
  })
})

test('the lists of a post are those of its language', () => {
  const languages = [{ language: 'zh-CN' as const }, { language: 'en' as const }]
  const posts = [post('new', { lang: 'en', tags: ['limits'], series: 's' })]
  const bilingual = { ...site(posts), site: { ...testSite, languages } }
  expect(findChanges({}, bilingual, now, text).lists).toEqual([
    '/en',
    '/series/s',
    '/en/tags/limits',
    '/en/authors/me',
  ])
})
