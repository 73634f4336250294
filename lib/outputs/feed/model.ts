/** A feed, independent of its format. URLs are absolute; dates are ISO 8601. */
export interface Feed {
  id: string
  title: string
  description?: string
  /** The page that shows the same posts. */
  url: string
  language: string
  updated: string
  /** The URLs of this page and of other pages of the feed (RFC 5005, section 3). */
  links: FeedLinks
  /** URL of the WebSub hub. */
  hub?: string
  entries: FeedEntry[]
}

export type FeedLinks = { self: string } & Partial<Record<'first' | 'previous' | 'next' | 'last', string>>

export interface FeedEntry {
  id: string
  url: string
  title: string
  language: string
  published: string
  updated: string
  summary?: string
  html: string
  /** Its authors; for a repost, the author of the original. */
  authors: { name: string; url?: string }[]
  categories: string[]
  licence?: { name: string; url: string }
  /** The original of a repost. */
  source?: { title: string; url: string }
}
