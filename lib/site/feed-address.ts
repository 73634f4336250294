import type { Site } from './config'
import { feedFiles } from './routes.mjs'
import { listUrl } from './site-languages'

/** The media types of feeds, by file name. */
export const feedTypes = {
  'feed.xml': 'application/rss+xml',
  'atom.xml': 'application/atom+xml',
  'feed.json': 'application/feed+json',
} as const satisfies Record<FeedFile, string>

/** The names of the formats, by file name. */
export const feedNames = {
  'feed.xml': 'RSS',
  'atom.xml': 'Atom',
  'feed.json': 'JSON Feed',
} as const satisfies Record<FeedFile, string>

export type FeedFile = (typeof feedFiles)[number]

/** The format of formulas in a feed: MathML, or SVG images for feed readers without MathML. */
export type FeedMath = 'mathml' | 'svg'

/**
 * Path of a feed.
 *
 * @param page path of the page that shows the posts of the feed: `/`, `/en`, `/tags/变分`
 */
export function feedUrl(page: string, file: FeedFile, math: FeedMath = 'mathml', number = 1): string {
  const query = new URLSearchParams({
    ...(math === 'svg' && { math }),
    ...(number > 1 && { page: String(number) }),
  })
  return `${page === '/' ? '' : page}/${file}${query.size > 0 ? `?${query}` : ''}`
}

/** The feeds that a page links to, for Next's metadata: those of its list, if any, then those of the site. */
export function feedLinks(
  site: Pick<Site, 'name' | 'language' | 'languages'>,
  list?: { url: string; title: string },
): Record<string, { url: string; title: string }[]> {
  const lists = [
    ...(list ? [{ ...list, title: `${list.title} – ${site.name}` }] : []),
    { url: listUrl(site, '/'), title: site.name },
  ]
  return Object.fromEntries(
    feedFiles.map((file) => [
      feedTypes[file],
      lists.map(({ url, title }) => ({ url: feedUrl(url, file), title })),
    ]),
  )
}
