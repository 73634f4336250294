import { site } from '../../site.config'

/** The formats of a feed, by the last part of its address. */
export const feedTypes = {
  'feed.xml': 'application/rss+xml',
  'atom.xml': 'application/atom+xml',
  'feed.json': 'application/feed+json',
} as const

/** What the formats are called. */
export const feedNames = { 'feed.xml': 'RSS', 'atom.xml': 'Atom', 'feed.json': 'JSON Feed' } as const

export type FeedFile = keyof typeof feedTypes

export const feedFiles = Object.keys(feedTypes) as FeedFile[]

/** How formulas are carried: as MathML, or as images, for readers without MathML. */
export type FeedMath = 'mathml' | 'svg'

/**
 * Path of a feed.
 *
 * @param page path of the page that shows what the feed carries: `/`, `/tags/变分`
 */
export function feedUrl(page: string, file: FeedFile, math: FeedMath = 'mathml', number = 1): string {
  const query = new URLSearchParams({
    ...(math === 'svg' && { math }),
    ...(number > 1 && { page: String(number) }),
  })
  return `${page === '/' ? '' : page}/${file}${query.size > 0 ? `?${query}` : ''}`
}

/** The feeds a page points at, as Next's metadata has them: its own, where it has some, then those of the site. */
export function feedLinks(own?: {
  url: string
  title: string
}): Record<string, { url: string; title: string }[]> {
  const lists = [
    ...(own ? [{ ...own, title: `${own.title} – ${site.name}` }] : []),
    { url: '/', title: site.name },
  ]
  return Object.fromEntries(
    feedFiles.map((file) => [
      feedTypes[file],
      lists.map(({ url, title }) => ({ url: feedUrl(url, file), title })),
    ]),
  )
}
