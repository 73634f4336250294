import type { Author, Post } from '../published/types'

/** The fields of a post that lists show. Large fields such as headings and problems are left out. */
const summaryFields = [
  'slug',
  'url',
  'title',
  'html',
  'lang',
  'date',
  'summary',
  'category',
  'tags',
  'series',
  'part',
  'counts',
  'translationOf',
] as const satisfies readonly (keyof Post)[]

/** A post in a list. */
export type PostSummary = Pick<Post, (typeof summaryFields)[number]>

/** Why readers do not see a post in lists: it is a draft, scheduled, or unlisted. */
export type PostStatus = 'draft' | 'scheduled' | 'unlisted'

export function toSummary(post: Post): PostSummary {
  const fields = summaryFields.flatMap((field) => (post[field] === undefined ? [] : [[field, post[field]]]))
  return Object.fromEntries(fields) as PostSummary
}

export function statusOf(post: Post): PostStatus | undefined {
  if (post.draft) return 'draft'
  if (new Date(post.date) > new Date()) return 'scheduled'
  return post.unlisted ? 'unlisted' : undefined
}

/** The authors to credit for a post; for a repost, the author of the original. */
export function creditedAuthors({ source, authors: ids }: Post, authors: readonly Author[]): Author[] {
  if (source) return [{ id: source.url, name: source.author }]
  return ids.flatMap((id) => authors.find((author) => author.id === id) ?? [])
}
