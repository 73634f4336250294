import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import { tags } from '../published/cache-tags'
import { readPublished } from '../published/read-index'
import { nextPublication } from '../published/visibility'

const day = 24 * 60 * 60
/** Next treats a page with a shorter lifetime as dynamic (documentation of `ensureStatic`). */
const shortest = 5 * 60

/**
 * Set the cache tags of a query, and its lifetime: until the next scheduled post appears, at most a day. Every query that
 * depends on the time must expire then, or pages would show different states of the site.
 *
 * The lifetime ends at the exact instant, not at the next full second: otherwise a page rendered right after the instant
 * would use results from before it. `lib/runtime/cache/page-cache.ts` does not cache entries that are rendered less than five
 * minutes before it.
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
