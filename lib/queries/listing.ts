import 'server-only'
import { readPublished } from '../published/read-index'
import type { Post, Published } from '../published/types'
import { isListed, nextPublication } from '../published/visibility'
import type { Language } from '../site/languages'
import { siteLanguageOf } from '../site/site-languages'

/** The listed posts, newest first, and the same posts grouped by tag, category, series and author. */
export interface Listing {
  posts: readonly Post[]
  bySlug: ReadonlyMap<string, Post>
  byTag: ReadonlyMap<string, readonly Post[]>
  byCategory: ReadonlyMap<string, readonly Post[]>
  /** Sorted by part. */
  bySeries: ReadonlyMap<string, readonly Post[]>
  /** Without reposts. */
  byAuthor: ReadonlyMap<string, readonly Post[]>
}

/** A listing, and the period for which it is valid: until the next scheduled post appears. */
interface CachedListing {
  from: number
  until: number
  listing: Listing
}

/** By published index and language. A publication creates a new index; the listings of the old one are garbage collected. */
const listings = new WeakMap<Published, Map<Language | undefined, CachedListing>>()

/**
 * The listed posts, filtered and grouped once per publication and scheduled post.
 *
 * @param language of the site; undefined for the posts of all languages
 */
export function readListing(language?: Language): Listing {
  const published = readPublished()
  const { posts, site } = published
  const now = Date.now()
  const byLanguage = listings.get(published) ?? new Map<Language | undefined, CachedListing>()
  listings.set(published, byLanguage)
  const cached = byLanguage.get(language)
  if (cached && cached.from <= now && now < cached.until) return cached.listing
  const at = new Date(now)
  const isIncluded = ({ lang }: Post) => language === undefined || siteLanguageOf(site, lang) === language
  const listing = createListing(posts.filter((post) => isListed(post, at) && isIncluded(post)))
  const until = nextPublication(posts, at)?.getTime() ?? Number.POSITIVE_INFINITY
  byLanguage.set(language, { from: now, until, listing })
  return listing
}

/** @param posts listed posts, newest first */
export function createListing(posts: readonly Post[]): Listing {
  const bySeries = groupBy(posts, ({ series }) => series ?? [])
  for (const parts of bySeries.values()) parts.sort((a, b) => (a.part ?? 0) - (b.part ?? 0))
  return {
    posts,
    bySlug: new Map(posts.map((post) => [post.slug, post])),
    byTag: groupBy(posts, ({ tags }) => tags),
    byCategory: groupBy(posts, ({ category }) => category ?? []),
    bySeries,
    byAuthor: groupBy(posts, ({ authors, source }) => (source ? [] : authors)),
  }
}

/** Group posts by each of their keys. A post with a duplicate key is in that group once. */
function groupBy(
  posts: readonly Post[],
  keysOf: (post: Post) => string | readonly string[],
): Map<string, Post[]> {
  const groups = new Map<string, Post[]>()
  for (const post of posts) {
    for (const key of new Set([keysOf(post)].flat())) {
      const group = groups.get(key)
      if (group) group.push(post)
      else groups.set(key, [post])
    }
  }
  return groups
}
