import 'server-only'
import { tags } from '../../published/cache-tags'
import { findPageTranslations } from '../../published/page-translations'
import { readPublished } from '../../published/read-index'
import type { Page, Post } from '../../published/types'
import { cacheContent } from '../../queries/cache-content'
import { readConnectedPosts } from '../../queries/connected-posts'
import { languageUrls, listLanguageUrls } from '../../queries/language-urls'
import { type ListName, readListUrls, type UrlsByLanguage } from '../../queries/list-urls'
import { readListing } from '../../queries/listing'
import { countPosts } from '../../queries/lists'
import type { Language } from '../../site/languages'
import { authorUrl, categoryUrl, tagUrl } from '../../site/routes.mjs'
import { languagesOf } from '../../site/site-languages'

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
  const { posts, bySeries } = readListing()
  const { site, series, pages } = readPublished()
  return [
    ...languagesOf(site).flatMap(entriesOfIndexes),
    // The canonical URL of a repost is that of the original.
    ...posts.filter(({ source }) => !source).map(postEntry),
    ...series.map(({ url, slug }) => entry(url, latest(bySeries.get(slug)))),
    ...languagesOf(site).flatMap(entriesOfLists),
    // Pages have no date, and a wrong date is worse than none.
    ...pages.map((page) => ({ ...entry(page.url, undefined), languages: pageLanguages(page, pages) })),
  ]
}

/** The lists that a language always has. */
function entriesOfIndexes(language: Language): SitemapEntry[] {
  const { posts } = readListing(language)
  const list = (path: string, listed: readonly Post[]) => listEntry(language, readListUrls(path), listed)
  return [
    list('/', posts),
    list('/archive', posts),
    list(
      '/series',
      posts.filter((post) => post.series),
    ),
    list('/tags', posts),
  ]
}

/** The lists of a language that depend on its posts. */
function entriesOfLists(language: Language): SitemapEntry[] {
  const { byAuthor, byTag, byCategory } = readListing(language)
  const { authors } = readPublished()
  const list = (path: string, of: ListName, posts: readonly Post[]) =>
    listEntry(language, readListUrls(path, of), posts)
  return [
    ...authors.flatMap(({ id }) => {
      const written = byAuthor.get(id)
      return written ? [list(authorUrl(id), { kind: 'authors', name: id }, written)] : []
    }),
    ...countPosts(byTag, language).map(([name]) =>
      list(tagUrl(name), { kind: 'tags', name }, byTag.get(name) ?? []),
    ),
    ...countPosts(byCategory, language).map(([name]) =>
      list(categoryUrl(name), { kind: 'categories', name }, byCategory.get(name) ?? []),
    ),
  ]
}

function listEntry(language: Language, urls: UrlsByLanguage, posts: readonly Post[]): SitemapEntry {
  return { ...entry(urls[language] ?? '', latest(posts)), languages: listLanguageUrls(urls) }
}

function postEntry(post: Post): SitemapEntry {
  const others = readConnectedPosts(post.slug, 'translations')
  const languages = others.length > 0 ? languageUrls(post, others) : {}
  return { ...entry(post.url, changed(post)), languages, images: post.images }
}

function pageLanguages(page: Page, pages: readonly Page[]): Record<string, string> {
  const others = findPageTranslations(pages, page.slug)
  return others.length > 0 ? languageUrls(page, others) : {}
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
