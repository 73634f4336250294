import 'server-only'
import { tags } from '../../published/cache-tags'
import type { Author, Post } from '../../published/types'
import { getFeedHtml } from '../../queries/body'
import { cacheContent } from '../../queries/cache-content'
import { type FeedList, type FeedPage, getFeedPage } from '../../queries/feed-page'
import { getSiteOf } from '../../queries/site'
import type { Site } from '../../site/config'
import { type FeedFile, type FeedMath, feedUrl } from '../../site/feed-address'
import type { Language } from '../../site/languages'
import { hash } from '../../store/store'
import { withFormulaImages } from '../drawing/formula-images'
import { getFormulaSizes } from '../drawing/get-formula-image'
import { licenceOf } from '../metadata/licence'
import { writeAtom } from './atom'
import { writeJson } from './json'
import type { Feed, FeedEntry } from './model'
import { writeRss } from './rss'
import { feedTitle } from './title'

const writers: Record<FeedFile, (feed: Feed) => string> = {
  'feed.xml': writeRss,
  'atom.xml': writeAtom,
  'feed.json': writeJson,
}

/** A page of a feed, and its format. */
interface FeedRequest {
  list: FeedList
  file: FeedFile
  math: FeedMath
  page: number
  /** Of the site. */
  language: Language
}

/** A feed as text. */
interface PrintedFeed {
  text: string
  /** Hash of the text. */
  version: string
  /** `Link` header for WebSub: the URLs of the hub and of the feed. */
  link?: string
}

/** A feed as text; undefined if the list or page does not exist. */
export async function getFeed(request: FeedRequest): Promise<PrintedFeed | undefined> {
  'use cache'
  cacheContent(tags.lists)
  const page = await getFeedPage(request.list, request.page, request.language)
  if (!page) return undefined
  const feed = await toFeed(page, request, await getSiteOf(page))
  const text = writers[request.file](feed)
  const link = feed.hub && `<${feed.hub}>; rel="hub", <${feed.links.self}>; rel="self"`
  return { text, version: hash(text), ...(link && { link }) }
}

async function toFeed(
  page: FeedPage,
  { list, file, math, page: number }: FeedRequest,
  site: Site,
): Promise<Feed> {
  const pageUrl = (number: number) => site.url + feedUrl(page.url, file, math, number)
  const entries: FeedEntry[] = []
  // Sequential, so that the worker can draw a requested card between two articles.
  for (const { post, authors } of page.posts) entries.push(await toEntry(post, authors, math, site))
  const updated = entries.map(({ updated }) => updated).sort()
  return {
    // All pages and formats of a feed have the same id.
    id: tagUri(site, page.url === '/' ? 'feed' : `feed${page.url}`),
    title: feedTitle(list.kind, page.name, site),
    ...(page.description !== undefined && { description: page.description }),
    url: site.url + page.url,
    language: page.lang,
    // An empty feed has never changed: the epoch is stable, the current time would change with each request.
    updated: updated.at(-1) ?? new Date(0).toISOString(),
    links: {
      self: pageUrl(number),
      ...(page.total > 1 && {
        first: pageUrl(1),
        ...(number > 1 && { previous: pageUrl(number - 1) }),
        ...(number < page.total && { next: pageUrl(number + 1) }),
        last: pageUrl(page.total),
      }),
    },
    ...(site.websubHub !== undefined && { hub: site.websubHub }),
    entries,
  }
}

async function toEntry(
  post: Post,
  authors: readonly Author[],
  math: FeedMath,
  site: Site,
): Promise<FeedEntry> {
  const { source, cover } = post
  const licence = licenceOf(post, site)
  const html = post.body && (await getFeedHtml(post.body))
  const sizes = math === 'svg' && post.body ? await getFormulaSizes(post.body) : new Map()
  const imageUrl = (name: string) => `${site.url}/formulas/${encodeURIComponent(post.slug)}/${name}.svg`
  const coverHtml = cover
    ? `<p><img src="${site.url}${cover.url}" width="${cover.width}" height="${cover.height}" alt=""></p>\n`
    : ''
  return {
    id: post.guid ?? tagUri(site, `posts/${encodeURIComponent(post.id)}`),
    url: site.url + post.url,
    title: post.title,
    language: post.lang,
    published: post.date,
    updated: post.updated ?? post.date,
    ...(post.summary !== undefined && { summary: post.summary }),
    html: coverHtml + (math === 'svg' ? withFormulaImages(html, imageUrl, sizes) : html),
    authors: authors.map(({ name, url }) => ({
      name,
      ...(url !== undefined && URL.canParse(url, site.url) && { url: new URL(url, site.url).href }),
    })),
    categories: [...new Set([...(post.category ? [post.category] : []), ...post.tags])],
    ...(licence && { licence }),
    ...(source && { source }),
  }
}

/** A permanent id (RFC 4151), which does not change with the URL of the site or of an article. */
function tagUri({ tagAuthority }: Site, specific: string): string {
  return `tag:${tagAuthority}:${specific}`
}
