import 'server-only'
import { tags } from '../../published/cache-tags'
import { readPublished } from '../../published/read-index'
import type { Post } from '../../published/types'
import { cacheContent } from '../../queries/cache-content'
import { readConnectedPosts } from '../../queries/connected-posts'
import { languageUrls } from '../../queries/language-urls'
import { readListing } from '../../queries/listing'
import { countPosts } from '../../queries/lists'
import { authorUrl, categoryUrl, tagUrl } from '../../site/routes.mjs'

export interface SitemapEntry {
  url: string
  lastModified: string | undefined
  /** Its URLs by language; empty if it has only one. */
  languages: Record<string, string>
  /** Paths of its images. */
  images: string[]
}

/** Every URL of the sitemap with the date of its last change. The date of a list is that of its newest post. */
export async function getSitemapEntries(): Promise<SitemapEntry[]> {
  'use cache'
  cacheContent(tags.lists)
  const { posts, byTag, byCategory, bySeries, byAuthor } = readListing()
  const { series, pages, authors } = readPublished()
  return [
    entry('/', latest(posts)),
    entry('/archive', latest(posts)),
    entry('/series', latest(posts.filter((post) => post.series))),
    entry('/tags', latest(posts)),
    // The canonical URL of a repost is that of the original.
    ...posts.filter(({ source }) => !source).map(postEntry),
    ...series.map(({ url, slug }) => entry(url, latest(bySeries.get(slug)))),
    ...authors.flatMap(({ id }) => {
      const written = byAuthor.get(id)
      return written ? [entry(authorUrl(id), latest(written))] : []
    }),
    ...countPosts(byTag).map(([tag]) => entry(tagUrl(tag), latest(byTag.get(tag)))),
    ...countPosts(byCategory).map(([name]) => entry(categoryUrl(name), latest(byCategory.get(name)))),
    // Pages have no date, and a wrong date is worse than none.
    ...pages.map(({ url }) => entry(url, undefined)),
  ]
}

function postEntry(post: Post): SitemapEntry {
  const others = readConnectedPosts(post.slug, 'translations')
  const languages = others.length > 0 ? languageUrls(post, others) : {}
  return { ...entry(post.url, changed(post)), languages, images: post.images }
}

function entry(url: string, lastModified: string | undefined): SitemapEntry {
  return { url, lastModified, languages: {}, images: [] }
}

function latest(posts: readonly Post[] = []): string | undefined {
  return posts.map(changed).sort().at(-1)
}

function changed(post: Post): string {
  return post.updated ?? post.date
}
