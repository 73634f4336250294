import 'server-only'
import { site } from '../../site.config'
import { fillFormulas } from '../markdown/formula-table'
import type { SearchRequest } from '../search/request'
import { type Filters, filtersOf, type Results, search } from '../search/search'
import type { SiteConfig } from '../site'
import { cacheContent } from './cache'
import { printOpening } from './print-opening'
import { readPrinted } from './printed'
import { publishedVersion, readPublished } from './published'
import { tags } from './tags'
import { languagesOf } from './translations'
import type { Author, Connection, Page, Post, Series } from './types'
import { authorUrl, categoryUrl, decodeSlug, tagUrl } from './urls'
import { isListed, isReadable } from './visibility'

/** What a list shows of a post: no headings, no problems, nothing heavy. */
export type PostSummary = Pick<
  Post,
  | 'slug'
  | 'url'
  | 'title'
  | 'lang'
  | 'date'
  | 'summary'
  | 'category'
  | 'tags'
  | 'series'
  | 'part'
  | 'counts'
  | 'translationOf'
>

/** A post with what its teaser needs. */
export interface Teaser extends PostSummary {
  body: string
  complete: boolean
  problems: number
  mark: PostMark | undefined
}

/** Why a post is seen by its author only, in development, or is in no list. */
export type PostMark = 'draft' | 'scheduled' | 'unlisted'

export interface TeaserPage {
  number: number
  total: number
  teasers: Teaser[]
}

export interface SeriesWithParts extends Series {
  parts: PostSummary[]
}

/** What a feed carries: all posts, or those of one list. */
export type FeedList = { kind: 'site' } | { kind: 'tags' | 'categories' | 'series' | 'authors'; name: string }

export interface FeedPage {
  /** Name of the list, by itself. */
  name: string
  /** Path of the page that shows the list. */
  url: string
  description?: string
  lang: SiteConfig['language']
  number: number
  total: number
  posts: { post: Post; authors: Author[] }[]
}

/** Where a post stands in its series. */
export interface SeriesPosition {
  slug: string
  url: string
  title: string
  parts: PostSummary[]
  /** Index of this post among `parts`. */
  index: number
}

export interface Article {
  post: Post
  mark: PostMark | undefined
  /** Who wrote it; of a repost, the original. */
  authors: Author[]
  series: SeriesPosition | undefined
  previous: PostSummary | undefined
  next: PostSummary | undefined
  /** Articles on the same subject, the nearest first. */
  related: PostSummary[]
  /** Articles that refer to this one, newest first. */
  citedBy: PostSummary[]
  /** The same article in other languages, the original first. */
  translations: PostSummary[]
}

/** How many related articles an article names. */
const relatedShown = 4

/** One page of the front page's teasers, newest first; undefined past the last. Page 1 always exists. */
export async function getTeaserPage(number: number): Promise<TeaserPage | undefined> {
  'use cache'
  cacheContent(tags.lists)
  const posts = listedPosts()
  const total = Math.max(1, Math.ceil(posts.length / site.postsPerPage))
  if (!Number.isInteger(number) || number < 1 || number > total) return undefined
  const start = (number - 1) * site.postsPerPage
  return { number, total, teasers: posts.slice(start, start + site.postsPerPage).map(toTeaser) }
}

/**
 * An article with its neighbours, by the slug of its address, percent-encoded or not.
 *
 * @param isPreview whoever asks may see it before it appears
 */
export async function getArticle(slug: string, isPreview = false): Promise<Article | undefined> {
  'use cache'
  const name = decodeSlug(slug)
  cacheContent(tags.post(name))
  const { posts, series, authors } = readPublished()
  const post = posts.find((post) => post.slug === name)
  if (!post || !(isPreview || isReadable(post, new Date()))) return undefined
  const listed = listedPosts()
  const index = listed.findIndex((other) => other.slug === post.slug)
  const named = createNamer(listed)
  return {
    post,
    mark: markOf(post),
    authors: creditedAuthors(post, authors),
    series: positionIn(
      series.find(({ slug }) => slug === post.series),
      post,
    ),
    previous: index < 0 ? undefined : summaryOf(listed[index + 1]),
    next: index < 0 ? undefined : summaryOf(listed[index - 1]),
    related: named(name, 'related').slice(0, relatedShown),
    citedBy: named(name, 'citedBy'),
    translations: named(name, 'translations'),
  }
}

/** What a label of an article names, as HTML, by the slug and the anchor of its address. */
export async function getPreview(slug: string, anchor: string): Promise<string | undefined> {
  'use cache'
  const name = decodeSlug(slug)
  cacheContent(tags.post(name))
  const post = readPublished().posts.find((post) => post.slug === name)
  if (!post?.body || !isReadable(post, new Date())) return undefined
  const { previews, formulas } = readPrinted(post.body)
  const id = decodeSlug(anchor)
  // `constructor` is no label.
  return Object.hasOwn(previews, id) ? fillFormulas(previews[id] ?? '', formulas) : undefined
}

/** What a link to an article shows before it is followed, as HTML: its title, date and opening. Listed posts have one. */
export async function getOpening(slug: string): Promise<string | undefined> {
  'use cache'
  const name = decodeSlug(slug)
  cacheContent(tags.post(name))
  const post = listedPosts().find((post) => post.slug === name)
  return post && printOpening(post, post.body ? readPrinted(post.body) : undefined)
}

/** All series with their visible parts, the one with the newest part first. */
export async function getAllSeries(): Promise<SeriesWithParts[]> {
  'use cache'
  cacheContent(tags.lists)
  const newest = ({ parts }: SeriesWithParts) =>
    parts
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? ''
  return readPublished()
    .series.map((series) => ({ ...series, parts: partsOf(series.slug) }))
    .sort((a, b) => newest(b).localeCompare(newest(a)))
}

export async function getSeries(slug: string): Promise<SeriesWithParts | undefined> {
  'use cache'
  cacheContent(tags.lists)
  const series = readPublished().series.find((series) => series.slug === decodeSlug(slug))
  return series && { ...series, parts: partsOf(series.slug) }
}

/** All tags with their counts, the most used first. */
export async function getTags(): Promise<{ tag: string; count: number }[]> {
  'use cache'
  cacheContent(tags.lists)
  return countNames(listedPosts().flatMap((post) => post.tags)).map(([tag, count]) => ({ tag, count }))
}

/** All categories with their counts, the most used first. */
export async function getCategories(): Promise<{ category: string; count: number }[]> {
  'use cache'
  cacheContent(tags.lists)
  return countNames(listedPosts().flatMap((post) => post.category ?? [])).map(([category, count]) => ({
    category,
    count,
  }))
}

/** Posts with a tag, newest first; empty where there is no such tag. */
export async function getPostsByTag(tag: string): Promise<PostSummary[]> {
  'use cache'
  cacheContent(tags.lists)
  const name = decodeSlug(tag)
  return listedPosts()
    .filter((post) => post.tags.includes(name))
    .map(toSummary)
}

/** Posts of a category, newest first; empty where there is no such category. */
export async function getPostsByCategory(category: string): Promise<PostSummary[]> {
  'use cache'
  cacheContent(tags.lists)
  const name = decodeSlug(category)
  return listedPosts()
    .filter((post) => post.category === name)
    .map(toSummary)
}

/** Every listed post, newest first. */
export async function getArchive(): Promise<PostSummary[]> {
  'use cache'
  cacheContent(tags.lists)
  return listedPosts().map(toSummary)
}

/** An author with what is listed of theirs, newest first: not what they only posted again. */
export async function getAuthor(id: string): Promise<(Author & { posts: PostSummary[] }) | undefined> {
  'use cache'
  cacheContent(tags.lists)
  const author = readPublished().authors.find((author) => author.id === decodeSlug(id))
  return author && { ...author, posts: postsBy(author.id).map(toSummary) }
}

/** All authors of listed posts. */
export async function getAuthors(): Promise<Author[]> {
  'use cache'
  cacheContent(tags.lists)
  return readPublished().authors.filter(({ id }) => postsBy(id).length > 0)
}

/**
 * One page of a feed, the newest posts first, whole; undefined past the last, and where there is no such list.
 * The first page of the site's own always exists.
 */
export async function getFeedPage(list: FeedList, number: number): Promise<FeedPage | undefined> {
  'use cache'
  cacheContent(tags.lists)
  const found = findFeedList(list)
  if (!found) return undefined
  const { posts, ...rest } = found
  const total = Math.max(1, Math.ceil(posts.length / site.feedEntries))
  if (number > total || (posts.length === 0 && list.kind !== 'site')) return undefined
  const start = (number - 1) * site.feedEntries
  const { authors } = readPublished()
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

export async function getPages(): Promise<Page[]> {
  'use cache'
  cacheContent(tags.lists)
  return readPublished().pages
}

export async function getPage(slug: string): Promise<Page | undefined> {
  'use cache'
  const name = decodeSlug(slug)
  cacheContent(tags.page(name))
  return readPublished().pages.find((page) => page.slug === name)
}

/** Where an old address leads now, as a path; undefined where it never led anywhere. */
export async function getAliasTarget(path: string): Promise<string | undefined> {
  'use cache'
  cacheContent(tags.lists)
  const wanted = encodeURI(decodeSlug(path))
  return readPublished().posts.find((post) => post.aliases.includes(wanted) && isReadable(post, new Date()))
    ?.url
}

export interface SitemapEntry {
  url: string
  lastModified: string | undefined
  /** Its addresses by language; empty where there is one alone. */
  languages: Record<string, string>
  /** Paths of what it shows. */
  images: string[]
}

/** Every address for the sitemap with the true date of its last change; lists change with their newest post. */
export async function getSitemapEntries(): Promise<SitemapEntry[]> {
  'use cache'
  cacheContent(tags.lists)
  const posts = listedPosts()
  const latest = (posts: readonly Post[]) => posts.map(changed).sort().at(-1)
  const { series, pages } = readPublished()
  const named = createNamer(posts)
  const entry = (url: string, lastModified: string | undefined): SitemapEntry => ({
    url,
    lastModified,
    languages: {},
    images: [],
  })
  return [
    entry('/', latest(posts)),
    entry('/archive', latest(posts)),
    entry('/series', latest(posts.filter((post) => post.series))),
    entry('/tags', latest(posts)),
    // A repost's own address is its original's.
    ...posts
      .filter(({ source }) => !source)
      .map((post) => {
        const others = named(post.slug, 'translations')
        const languages = others.length > 0 ? languagesOf(post, others) : {}
        return { ...entry(post.url, changed(post)), languages, images: post.images }
      }),
    ...series.map(({ url, slug }) => entry(url, latest(posts.filter((post) => post.series === slug)))),
    ...readPublished().authors.flatMap(({ id }) => {
      const own = postsBy(id)
      return own.length > 0 ? [entry(authorUrl(id), latest(own))] : []
    }),
    ...countNames(posts.flatMap((post) => post.tags)).map(([tag]) =>
      entry(tagUrl(tag), latest(posts.filter((post) => post.tags.includes(tag)))),
    ),
    ...countNames(posts.flatMap((post) => post.category ?? [])).map(([category]) =>
      entry(categoryUrl(category), latest(posts.filter((post) => post.category === category))),
    ),
    // A page carries no date: none is better than a false one.
    ...pages.map(({ url }) => entry(url, undefined)),
  ]
}

/** The version of the content that pages show: in development, a page asks to hear of the next. */
export async function getContentVersion(): Promise<string> {
  'use cache'
  cacheContent()
  return publishedVersion()
}

/** A readable post picked by chance; undefined on an empty site. Not cached: every call picks anew. */
export function pickRandomUrl(): string | undefined {
  const posts = listedPosts()
  return posts[Math.floor(Math.random() * posts.length)]?.url
}

/** The articles and pages that answer a question, as of now. Not cached: there are more questions than a cache can hold. */
export async function findPosts(request: SearchRequest): Promise<Results> {
  return search(request, [...listedPosts(), ...readPublished().pages], readPublished())
}

/** What an answer can be narrowed to. */
export async function getSearchFilters(): Promise<Filters> {
  'use cache'
  cacheContent(tags.lists)
  return filtersOf(listedPosts(), readPublished().series)
}

function listedPosts(): Post[] {
  const now = new Date()
  return readPublished().posts.filter((post) => isListed(post, now))
}

/** Makes the function that names those of the listed posts that a post is connected with. */
function createNamer(listed: readonly Post[]) {
  const { connections } = readPublished()
  const bySlug = new Map(listed.map((post) => [post.slug, post]))
  return (slug: string, kind: keyof Connection): PostSummary[] => {
    const connection = Object.hasOwn(connections, slug) ? connections[slug] : undefined
    return (connection?.[kind] ?? []).flatMap((other) => summaryOf(bySlug.get(other)) ?? [])
  }
}

/** A list by its name, with its posts, newest first. */
function findFeedList(
  list: FeedList,
): (Omit<FeedPage, 'number' | 'total' | 'posts'> & { posts: Post[] }) | undefined {
  const posts = listedPosts()
  const { language: lang } = site
  if (list.kind === 'site') return { name: site.name, url: '/', description: site.tagline, lang, posts }
  const name = decodeSlug(list.name)
  switch (list.kind) {
    case 'tags':
      return { name, url: tagUrl(name), lang, posts: posts.filter((post) => post.tags.includes(name)) }
    case 'categories':
      return { name, url: categoryUrl(name), lang, posts: posts.filter((post) => post.category === name) }
    case 'series': {
      const series = readPublished().series.find(({ slug }) => slug === name)
      if (!series) return undefined
      const { title, url, description, lang } = series
      const parts = posts.filter((post) => post.series === name)
      return { name: title, url, ...(description !== undefined && { description }), lang, posts: parts }
    }
    case 'authors': {
      const author = readPublished().authors.find(({ id }) => id === name)
      if (!author) return undefined
      const { bio } = author
      const description = bio !== undefined && { description: bio }
      return { name: author.name, url: authorUrl(name), ...description, lang, posts: postsBy(name) }
    }
  }
}

/** What is listed of an author's own: a repost is somebody else's. */
function postsBy(author: string): Post[] {
  return listedPosts().filter((post) => post.authors.includes(author) && !post.source)
}

function partsOf(series: string): PostSummary[] {
  return listedPosts()
    .filter((post) => post.series === series)
    .sort((a, b) => (a.part ?? 0) - (b.part ?? 0))
    .map(toSummary)
}

/** Who wrote it: of a repost the original's author, who is none of ours. */
function creditedAuthors({ source, authors: ids }: Post, authors: readonly Author[]): Author[] {
  if (source) return [{ id: source.url, name: source.author }]
  return ids.flatMap((id) => authors.find((author) => author.id === id) ?? [])
}

function positionIn(series: Series | undefined, post: Post): SeriesPosition | undefined {
  if (!series) return undefined
  const parts = partsOf(series.slug)
  const index = parts.findIndex(({ slug }) => slug === post.slug)
  return index < 0 ? undefined : { slug: series.slug, url: series.url, title: series.title, parts, index }
}

function changed(post: Post): string {
  return post.updated ?? post.date
}

function countNames(names: readonly string[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b, site.language))
}

function summaryOf(post: Post | undefined): PostSummary | undefined {
  return post && toSummary(post)
}

function toSummary(post: Post): PostSummary {
  const { slug, url, title, lang, date, tags, counts } = post
  return {
    slug,
    url,
    title,
    lang,
    date,
    tags,
    counts,
    ...(post.summary !== undefined && { summary: post.summary }),
    ...(post.category !== undefined && { category: post.category }),
    ...(post.series !== undefined && { series: post.series }),
    ...(post.part !== undefined && { part: post.part }),
    ...(post.translationOf !== undefined && { translationOf: post.translationOf }),
  }
}

function toTeaser(post: Post): Teaser {
  const { body, complete, problems } = post
  return { ...toSummary(post), body, complete, problems: problems.length, mark: markOf(post) }
}

function markOf(post: Post): PostMark | undefined {
  if (post.draft) return 'draft'
  if (new Date(post.date) > new Date()) return 'scheduled'
  return post.unlisted ? 'unlisted' : undefined
}
