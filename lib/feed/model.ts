/** A feed, whatever its format. Addresses are absolute, dates ISO 8601. */
export interface Feed {
  id: string
  title: string
  description?: string
  /** The page that shows what it carries. */
  url: string
  language: string
  updated: string
  /** Its own address, and those of its other pages (RFC 5005, section 3). */
  links: FeedLinks
  /** WebSub. */
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
  /** Who wrote it: of a repost, the author of the original. */
  authors: { name: string; url?: string }[]
  categories: string[]
  licence?: { name: string; url: string }
  /** The original of a repost. */
  source?: { title: string; url: string }
}
