import 'server-only'
import { tags } from '../published/cache-tags'
import { readPublished } from '../published/read-index'
import type { Author, Post, Series } from '../published/types'
import type { Language } from '../site/languages'
import { decodeSlug } from '../site/routes.mjs'
import { siteLanguageOf } from '../site/site-languages'
import { cacheContent } from './cache-content'
import { readIndexPosts } from './index-posts'
import { readListing } from './listing'
import { type PostSummary, toSummary } from './summary'

export interface SeriesWithParts extends Series {
  parts: PostSummary[]
}

/** Every listed post in all languages, newest first. */
export async function getAllPosts(): Promise<PostSummary[]> {
  'use cache'
  cacheContent(tags.lists)
  return readListing().posts.map(toSummary)
}

/** The posts of the archive of a language, newest first. */
export async function getArchive(language: Language): Promise<PostSummary[]> {
  'use cache'
  cacheContent(tags.lists)
  return readIndexPosts(language).map(toSummary)
}

/** The series of a language with their listed parts, sorted by the date of the newest part, newest first. */
export async function getAllSeries(language: Language): Promise<SeriesWithParts[]> {
  'use cache'
  cacheContent(tags.lists)
  const newest = ({ parts }: SeriesWithParts) =>
    parts
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? ''
  const { site, series } = readPublished()
  return series
    .filter(({ lang }) => siteLanguageOf(site, lang) === language)
    .map(withParts)
    .sort((a, b) => newest(b).localeCompare(newest(a)))
}

export async function getSeries(slug: string): Promise<SeriesWithParts | undefined> {
  'use cache'
  cacheContent(tags.lists)
  const series = readPublished().series.find((series) => series.slug === decodeSlug(slug))
  return series && withParts(series)
}

/** The tags of a language with their numbers of posts, the most used first. */
export async function getTags(language: Language): Promise<{ tag: string; count: number }[]> {
  'use cache'
  cacheContent(tags.lists)
  return countPosts(readListing(language).byTag, language).map(([tag, count]) => ({ tag, count }))
}

/** Posts of a language with a tag, newest first; empty if there is no such tag. */
export async function getPostsByTag(tag: string, language: Language): Promise<PostSummary[]> {
  'use cache'
  cacheContent(tags.lists)
  return summaries(readListing(language).byTag.get(decodeSlug(tag)))
}

/** The categories of a language with their numbers of posts, the most used first. */
export async function getCategories(language: Language): Promise<{ category: string; count: number }[]> {
  'use cache'
  cacheContent(tags.lists)
  return countPosts(readListing(language).byCategory, language).map(([category, count]) => ({
    category,
    count,
  }))
}

/** Posts of a language in a category, newest first; empty if there is no such category. */
export async function getPostsByCategory(category: string, language: Language): Promise<PostSummary[]> {
  'use cache'
  cacheContent(tags.lists)
  return summaries(readListing(language).byCategory.get(decodeSlug(category)))
}

/** The authors of listed posts in a language. */
export async function getAuthors(language: Language): Promise<Author[]> {
  'use cache'
  cacheContent(tags.lists)
  const { byAuthor } = readListing(language)
  return readPublished().authors.filter(({ id }) => byAuthor.has(id))
}

/** An author with their listed posts in a language, newest first. */
export async function getAuthor(
  id: string,
  language: Language,
): Promise<(Author & { posts: PostSummary[] }) | undefined> {
  'use cache'
  cacheContent(tags.lists)
  const author = readPublished().authors.find((author) => author.id === decodeSlug(id))
  return author && { ...author, posts: summaries(readListing(language).byAuthor.get(author.id)) }
}

function withParts(series: Series): SeriesWithParts {
  return { ...series, parts: summaries(readListing().bySeries.get(series.slug)) }
}

function summaries(posts: readonly Post[] = []): PostSummary[] {
  return posts.map(toSummary)
}

/** Count the posts of each name. Sorted by count, then alphabetically in a language. */
export function countPosts(
  groups: ReadonlyMap<string, readonly Post[]>,
  language: Language,
): [name: string, count: number][] {
  return [...groups]
    .map(([name, posts]): [string, number] => [name, posts.length])
    .sort(([a, m], [b, n]) => n - m || a.localeCompare(b, language))
}
