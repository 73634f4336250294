import type { Post } from './types'

/** Vercel deploys branches and pull requests as previews for authors (docs/deploying.md). */
export const isPreviewDeployment = process.env.VERCEL_ENV === 'preview'

/** Drafts and scheduled posts are visible in development and in preview deployments only. */
export const showsAll = process.env.NODE_ENV === 'development' || isPreviewDeployment

/** Can readers open this post now? Unlisted posts count as readable. */
export function isReadable(post: Pick<Post, 'draft' | 'date'>, now: Date): boolean {
  return showsAll || (!post.draft && new Date(post.date) <= now)
}

/** Do lists, feeds and the sitemap contain this post now? */
export function isListed(post: Pick<Post, 'draft' | 'date' | 'unlisted'>, now: Date): boolean {
  return isReadable(post, now) && !post.unlisted
}

/** The next instant at which a scheduled post appears; undefined if none is scheduled. */
export function nextPublication(posts: readonly Pick<Post, 'draft' | 'date'>[], now: Date): Date | undefined {
  const times = posts.filter((post) => !post.draft).map((post) => Date.parse(post.date))
  const next = Math.min(...times.filter((time) => time > now.getTime()))
  return Number.isFinite(next) ? new Date(next) : undefined
}
