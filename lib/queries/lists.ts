import 'server-only'
import { tags } from '../published/cache-tags'
import { readPublished } from '../published/read-index'
import type { Author, Post, Series } from '../published/types'
import { decodeSlug } from '../site/routes.mjs'
import { cacheContent } from './cache-content'
import { readListing } from './listing'
import { type PostSummary, toSummary } from './summary'

export interface SeriesWithParts extends Series {
  parts: PostSummary[]
}

/** Every listed post, newest first. */
export async function getArchive(): Promise<PostSummary[]> {
  'use cache'
  cacheContent(tags.lists)
  return readListing().posts.map(toSummary)
}

/** All series with their listed parts, sorted by the date of the newest part, newest first. */
export async function getAllSeries(): Promise<SeriesWithParts[]> {
  'use cache'
  cacheContent(tags.lists)
  const newest = ({ parts }: SeriesWithParts) =>
    parts
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? ''
  return readPublished()
    .series.map(withParts)
    .sort((a, b) => newest(b).localeCompare(newest(a)))
}

export async function getSeries(slug: string): Promise<SeriesWithParts | undefined> {
  'use cache'
  cacheContent(tags.lists)
  const series = readPublished().series.find((series) => series.slug === decodeSlug(slug))
  return series && withParts(series)
}

/** All tags with their numbers of posts, the most used first. */
export async function getTags(): Promise<{ tag: string; count: number }[]> {
  'use cache'
  cacheContent(tags.lists)
  return countPosts(readListing().byTag).map(([tag, count]) => ({ tag, count }))
}

/** Posts with a tag, newest first; empty if there is no such tag. */
export async function getPostsByTag(tag: string): Promise<PostSummary[]> {
  'use cache'
  cacheContent(tags.lists)
  return summaries(readListing().byTag.get(decodeSlug(tag)))
}

/** All categories with their numbers of posts, the most used first. */
export async function getCategories(): Promise<{ category: string; count: number }[]> {
  'use cache'
  cacheContent(tags.lists)
  return countPosts(readListing().byCategory).map(([category, count]) => ({ category, count }))
}

/** Posts of a category, newest first; empty if there is no such category. */
export async function getPostsByCategory(category: string): Promise<PostSummary[]> {
  'use cache'
  cacheContent(tags.lists)
  return summaries(readListing().byCategory.get(decodeSlug(category)))
}

/** All authors of listed posts. */
export async function getAuthors(): Promise<Author[]> {
  'use cache'
  cacheContent(tags.lists)
  const { byAuthor } = readListing()
  return readPublished().authors.filter(({ id }) => byAuthor.has(id))
}

/** An author with their listed posts, newest first. */
export async function getAuthor(id: string): Promise<(Author & { posts: PostSummary[] }) | undefined> {
  'use cache'
  cacheContent(tags.lists)
  const author = readPublished().authors.find((author) => author.id === decodeSlug(id))
  return author && { ...author, posts: summaries(readListing().byAuthor.get(author.id)) }
}

function withParts(series: Series): SeriesWithParts {
  return { ...series, parts: summaries(readListing().bySeries.get(series.slug)) }
}

function summaries(posts: readonly Post[] = []): PostSummary[] {
  return posts.map(toSummary)
}

/** Count the posts of each name. Sorted by count, then alphabetically in the site's language. */
export function countPosts(groups: ReadonlyMap<string, readonly Post[]>): [name: string, count: number][] {
  return [...groups]
    .map(([name, posts]): [string, number] => [name, posts.length])
    .sort(([a, m], [b, n]) => n - m || a.localeCompare(b, readPublished().site.language))
}
