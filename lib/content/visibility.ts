import type { Post } from './types'

/** Authors see drafts and the future while they write; nobody else does. */
const showsAll = process.env.NODE_ENV === 'development'

/** May this post be read at its address now? Unlisted ones may. */
export function isReadable(post: Pick<Post, 'draft' | 'date'>, now: Date): boolean {
  return showsAll || (!post.draft && new Date(post.date) <= now)
}

/** Does this post stand in lists, feeds and the sitemap now? */
export function isListed(post: Pick<Post, 'draft' | 'date' | 'unlisted'>, now: Date): boolean {
  return isReadable(post, now) && !post.unlisted
}

/** The next instant at which a post appears by itself, if one is scheduled. */
export function nextPublication(posts: readonly Pick<Post, 'draft' | 'date'>[], now: Date): Date | undefined {
  const times = posts.filter((post) => !post.draft).map((post) => Date.parse(post.date))
  const next = Math.min(...times.filter((time) => time > now.getTime()))
  return Number.isFinite(next) ? new Date(next) : undefined
}
