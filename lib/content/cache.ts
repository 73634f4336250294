import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import { readPublished } from './published'
import { nextPublication } from './visibility'

/** The tags that carry freshness, written once. */
export const tags = {
  /** Everything. */
  content: 'content',
  /** One article's page. */
  post: (slug: string) => `post:${slug}`,
} as const

const day = 24 * 60 * 60
/** Next takes no page for static whose lifetime is shorter (its `ensureStatic` documentation). */
const shortest = 5 * 60

/**
 * Open a query: name its tags, and let it live until the next scheduled post appears, a day at most.
 * Everything with a clock in it must end there, or a reader would see half of a publication.
 */
export function cacheContent(...names: string[]): void {
  cacheTag(tags.content, ...names)
  const now = new Date()
  const next = nextPublication(readPublished().posts, now)
  const untilNext = next ? Math.ceil((next.getTime() - now.getTime()) / 1000) : Number.POSITIVE_INFINITY
  const revalidate = Math.max(1, Math.min(day, untilNext))
  cacheLife({ stale: shortest, revalidate, expire: Math.max(shortest, Math.min(365 * day, untilNext)) })
}
