import { expect, test } from 'vitest'
import type { Page, Post, Published } from '../content/types'
import { findChanges, type KnownPages } from './changes'

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
  posts,
  series: [],
  pages,
  authors: [],
  connections: {},
})
const text = (file: string) => `text of ${file}`
const paths = (before: KnownPages, posts: Post[], textOf = text, when = now) => {
  const { changed, gone, lists } = findChanges(before, site(posts), when, textOf)
  return { changed, gone, lists }
}
const known = (...posts: Post[]) => findChanges({}, site(posts), now, text).known

test('a new post and its lists are changed, an old one is not', () => {
  const old = post('old')
  expect(paths(known(old), [post('new', { tags: ['变分'], category: '数学', series: 's' }), old])).toEqual({
    changed: ['/posts/new'],
    gone: [],
    lists: ['/', '/series/s', '/tags/%E5%8F%98%E5%88%86', '/categories/%E6%95%B0%E5%AD%A6', '/authors/me'],
  })
})

test('an edit concerns the lists that it was in before as well', () => {
  const before = known(post('a', { tags: ['x'] }))
  const edited = post('a', { tags: ['y'], body: 'another' })
  expect(paths(before, [edited], () => 'another text')).toEqual({
    changed: ['/posts/a'],
    gone: [],
    lists: ['/', '/tags/y', '/authors/me', '/tags/x'],
  })
})

test('what a new version of Lemma prints otherwise is no edit; an image that is replaced is one', () => {
  const before = known(post('a', { images: ['/media/1/a.svg'] }))
  const printed = { body: 'printed otherwise' }
  expect(paths(before, [post('a', { ...printed, images: ['/media/1/a.svg'] })]).changed).toEqual([])
  expect(paths(before, [post('a', { ...printed, images: ['/media/2/a.svg'] })]).changed).toEqual(['/posts/a'])
})

test('what is deleted, hidden or renamed is gone', () => {
  const before = known(post('a'), post('b'), post('c'))
  const { changed, gone } = paths(before, [post('a', { unlisted: true }), post('renamed')])
  expect(changed).toEqual(['/posts/renamed'])
  expect(gone).toEqual(['/posts/a', '/posts/b', '/posts/c'])
})

test('a draft and a repost are never told, a scheduled post from its instant on', () => {
  const scheduled = post('scheduled', { date: '2026-11-26T13:00:00Z' })
  const all = [
    post('draft', { draft: true }),
    post('repost', { source: { title: '', author: '', url: '' } }),
    scheduled,
  ]
  expect(paths({}, all)).toEqual({ changed: [], gone: [], lists: [] })
  expect(paths({}, all, text, new Date(scheduled.date)).changed).toEqual(['/posts/scheduled'])
})

test('pages of the site are told of too, whatever they are called', () => {
  const about = { file: 'about.mdx', slug: 'constructor', url: '/constructor', body: 'b' } as Page
  expect(findChanges({}, site([], [about]), now, text)).toMatchObject({
    changed: ['/constructor'],
    lists: [],
  })
})
