import 'server-only'
import { tags } from '../published/cache-tags'
import { readPublished } from '../published/read-index'
import type { Author, Post } from '../published/types'
import type { Language } from '../site/languages'
import { authorUrl, categoryUrl, decodeSlug, tagUrl } from '../site/routes.mjs'
import { listUrl, siteIn } from '../site/site-languages'
import { cacheContent } from './cache-content'
import { readListing } from './listing'
import { creditedAuthors } from './summary'

/** The posts that a feed contains: all, or those of one list. */
export type FeedList = { kind: 'site' } | { kind: 'tags' | 'categories' | 'series' | 'authors'; name: string }

export interface FeedPage {
  /** Name of the list. */
  name: string
  /** Path of the page that shows the list. */
  url: string
  description?: string
  lang: Language
  number: number
  total: number
  posts: { post: Post; authors: Author[] }[]
}

/**
 * One page of a feed with complete articles, newest first; undefined past the last page and for an unknown list.
 * The first page of the site's feed always exists.
 *
 * @param language of the site. The feed contains its posts only; the feed of a series contains all parts
 */
export async function getFeedPage(
  list: FeedList,
  number: number,
  language: Language,
): Promise<FeedPage | undefined> {
  'use cache'
  cacheContent(tags.lists)
  const found = findFeedList(list, language)
  if (!found) return undefined
  const { posts = [], ...rest } = found
  const { site, authors } = readPublished()
  const total = Math.max(1, Math.ceil(posts.length / site.feedEntries))
  if (number > total || (posts.length === 0 && list.kind !== 'site')) return undefined
  const start = (number - 1) * site.feedEntries
  return {
    ...rest,
    number,
    total,
    posts: posts.slice(start, start + site.feedEntries).map((post) => ({
      post,
      authors: creditedAuthors(post, authors),
    })),
  }
}

type FoundList = Omit<FeedPage, 'number' | 'total' | 'posts'> & { posts: readonly Post[] | undefined }

/** Find a list by its name. Its posts are sorted, newest first. */
function findFeedList(list: FeedList, lang: Language): FoundList | undefined {
  const { posts, byTag, byCategory, byAuthor } = readListing(lang)
  const site = siteIn(readPublished().site, lang)
  if (list.kind === 'site') {
    const description = site.tagline && { description: site.tagline }
    return { name: site.name, url: listUrl(site, '/'), ...description, lang, posts }
  }
  const name = decodeSlug(list.name)
  switch (list.kind) {
    case 'tags':
      return { name, url: listUrl(site, tagUrl(name)), lang, posts: byTag.get(name) }
    case 'categories':
      return { name, url: listUrl(site, categoryUrl(name)), lang, posts: byCategory.get(name) }
    case 'series': {
      const series = readPublished().series.find(({ slug }) => slug === name)
      if (!series) return undefined
      const { title, url, description, lang } = series
      const parts = readListing().posts.filter((post) => post.series === name)
      return { name: title, url, ...(description !== undefined && { description }), lang, posts: parts }
    }
    case 'authors': {
      const author = readPublished().authors.find(({ id }) => id === name)
      if (!author) return undefined
      const { bio } = author
      const description = bio !== undefined && { description: bio }
      const url = listUrl(site, authorUrl(name))
      return { name: author.name, url, ...description, lang, posts: byAuthor.get(name) }
    }
  }
}
