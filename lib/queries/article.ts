import 'server-only'
import { fillFormulas } from '../markdown/print/formula-table'
import { tags } from '../published/cache-tags'
import { readPrinted } from '../published/read-body'
import { readPublished } from '../published/read-index'
import type { Author, Post, Series } from '../published/types'
import { isReadable } from '../published/visibility'
import type { Language } from '../site/languages'
import { decodeSlug } from '../site/routes.mjs'
import { siteIn, siteLanguageOf } from '../site/site-languages'
import { printArticlePreview } from './article-preview'
import { cacheContent } from './cache-content'
import { readConnectedPosts } from './connected-posts'
import { readListing } from './listing'
import { creditedAuthors, type PostStatus, type PostSummary, statusOf, toSummary } from './summary'

/** The position of a post in its series. */
export interface SeriesPosition {
  slug: string
  url: string
  title: string
  html?: NonNullable<Series['html']>
  parts: PostSummary[]
  /** Index of this post among `parts`. */
  index: number
}

export interface Article {
  post: Post
  status: PostStatus | undefined
  /** Its authors; for a repost, the author of the original. */
  authors: Author[]
  series: SeriesPosition | undefined
  previous: PostSummary | undefined
  next: PostSummary | undefined
  /** Articles on the same subject, listed in the same language, the most similar first. */
  related: PostSummary[]
  /** Articles that refer to this one, newest first. */
  citedBy: PostSummary[]
  /** The same article in other languages, the original first. */
  translations: PostSummary[]
}

/** How many related articles a page lists. */
const maxRelated = 4

/**
 * An article with the posts that its page links to.
 *
 * @param slug from the URL, percent-encoded or not
 * @param isPreview whether the reader may see it before it is published
 */
export async function getArticle(slug: string, isPreview = false): Promise<Article | undefined> {
  'use cache'
  const name = decodeSlug(slug)
  cacheContent(tags.post(name))
  const { site, posts, series, authors } = readPublished()
  const post = posts.find((post) => post.slug === name)
  if (!post || !(isPreview || isReadable(post, new Date()))) return undefined
  const language = siteLanguageOf(site, post.lang)
  const { posts: listed } = readListing(language)
  const index = listed.findIndex((other) => other.slug === post.slug)
  const seriesOfPost = series.find(({ slug }) => slug === post.series)
  return {
    post,
    status: statusOf(post),
    authors: creditedAuthors(post, authors),
    series: seriesOfPost && positionIn(seriesOfPost, post),
    previous: index < 0 ? undefined : summaryOf(listed[index + 1]),
    next: index < 0 ? undefined : summaryOf(listed[index - 1]),
    related: readConnectedPosts(name, 'related')
      .filter(({ lang }) => siteLanguageOf(site, lang) === language)
      .slice(0, maxRelated),
    citedBy: readConnectedPosts(name, 'citedBy'),
    translations: readConnectedPosts(name, 'translations'),
  }
}

/** The HTML of a labelled equation, statement or figure, by the slug and the anchor of its URL. */
export async function getLabelPreview(slug: string, anchor: string): Promise<string | undefined> {
  'use cache'
  const name = decodeSlug(slug)
  cacheContent(tags.post(name))
  const post = readPublished().posts.find((post) => post.slug === name)
  if (!post?.body || !isReadable(post, new Date())) return undefined
  const { previews, formulas } = readPrinted(post.body)
  const id = decodeSlug(anchor)
  // A reader may request the anchor `constructor`.
  return Object.hasOwn(previews, id) ? fillFormulas(previews[id] ?? '', formulas) : undefined
}

/** The HTML that a link to a listed article shows before it is followed. */
export async function getArticlePreview(slug: string): Promise<string | undefined> {
  'use cache'
  const name = decodeSlug(slug)
  cacheContent(tags.post(name))
  const post = readListing().bySlug.get(name)
  if (!post) return undefined
  const { site } = readPublished()
  return printArticlePreview(
    post,
    post.body ? readPrinted(post.body) : undefined,
    siteIn(site, siteLanguageOf(site, post.lang)),
  )
}

/** The path of a random listed post of a language; undefined if it has none. Not cached. */
export function pickRandomUrl(language: Language): string | undefined {
  const { posts } = readListing(language)
  return posts[Math.floor(Math.random() * posts.length)]?.url
}

function positionIn({ slug, url, title, html }: Series, post: Post): SeriesPosition | undefined {
  const parts = readListing().bySeries.get(slug) ?? []
  const index = parts.findIndex((part) => part.slug === post.slug)
  return index < 0
    ? undefined
    : { slug, url, title, ...(html && { html }), parts: parts.map(toSummary), index }
}

function summaryOf(post: Post | undefined): PostSummary | undefined {
  return post && toSummary(post)
}
