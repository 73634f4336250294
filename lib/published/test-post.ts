import type { Post } from './types'

/** A complete post for tests. */
export function createTestPost(fields: Partial<Post>): Post {
  return {
    file: 'content/posts/a.mdx',
    slug: 'a',
    url: '/posts/a',
    title: 'A',
    lang: 'zh-CN',
    body: '',
    problems: [],
    id: 'a',
    date: '2020-01-01T00:00:00Z',
    tags: [],
    authors: ['a'],
    draft: false,
    unlisted: false,
    images: [],
    aliases: [],
    headings: [],
    counts: { words: 0, formulas: 0, minutes: 1 },
    complete: false,
    ...fields,
  }
}
