import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import { readPublished } from './published'
import { tags } from './tags'
import { nextPublication } from './visibility'

const day = 24 * 60 * 60
/** Next takes no page for static whose lifetime is shorter (its `ensureStatic` documentation). */
const shortest = 5 * 60

/**
 * Open a query: name its tags, and let it live until the next scheduled post appears, a day at most.
 * Everything with a clock in it must end there, or a reader would see half of a publication.
 *
 * The lifetime ends at the instant itself, not at the next full second: a page made right after it would otherwise be
 * made of what was true before it. What is made within five minutes before it is held back by `lib/cache/page-cache`.
 */
export function cacheContent(...names: string[]): void {
  cacheTag(tags.content, ...names)
  const now = Date.now()
  const next = nextPublication(readPublished().posts, new Date(now))
  const untilNext = next ? (next.getTime() - now) / 1000 : Number.POSITIVE_INFINITY
  cacheLife({
    stale: shortest,
    revalidate: Math.min(day, untilNext),
    expire: Math.max(shortest, Math.min(365 * day, untilNext)),
  })
}
