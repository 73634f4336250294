import 'server-only'
import { site } from '../../site.config'
import { getFeedHtml } from '../content/body'
import { cacheContent } from '../content/cache'
import { getFormulaSizes } from '../content/formula-image'
import { type FeedList, type FeedPage, getFeedPage } from '../content/queries'
import { tags } from '../content/tags'
import type { Author, Post } from '../content/types'
import { licenceOf } from '../metadata/licence'
import { hash } from '../store/store'
import { type FeedFile, type FeedMath, feedUrl } from './address'
import { writeAtom } from './atom'
import { withFormulaImages } from './formula-images'
import { writeJson } from './json'
import type { Feed, FeedEntry } from './model'
import { writeRss } from './rss'
import { feedTitle } from './title'

const writers: Record<FeedFile, (feed: Feed) => string> = {
  'feed.xml': writeRss,
  'atom.xml': writeAtom,
  'feed.json': writeJson,
}

/** Which page of which feed, and in which form. */
interface FeedRequest {
  list: FeedList
  file: FeedFile
  math: FeedMath
  page: number
}

/** A feed as it is sent. */
interface FeedAnswer {
  text: string
  /** A name of its content. */
  version: string
  /** For WebSub: the header that names the hub, and the feed's own address there. */
  link?: string
}

/** A feed as text; undefined where there is no such list or page. */
export async function getFeed(request: FeedRequest): Promise<FeedAnswer | undefined> {
  'use cache'
  cacheContent(tags.lists)
  const page = await getFeedPage(request.list, request.page)
  if (!page) return undefined
  const feed = await toFeed(page, request)
  const text = writers[request.file](feed)
  const link = feed.hub && `<${feed.hub}>; rel="hub", <${feed.links.self}>; rel="self"`
  return { text, version: hash(text), ...(link && { link }) }
}

async function toFeed(page: FeedPage, { list, file, math, page: number }: FeedRequest): Promise<Feed> {
  const address = (number: number) => site.url + feedUrl(page.url, file, math, number)
  const entries: FeedEntry[] = []
  // One after the other: a card that is asked for meanwhile is drawn between two articles that are measured.
  for (const { post, authors } of page.posts) entries.push(await toEntry(post, authors, math))
  const updated = entries.map(({ updated }) => updated).sort()
  return {
    // All its pages and forms are one feed.
    id: tagUri(page.url === '/' ? 'feed' : `feed${page.url}`),
    title: feedTitle(list.kind, page.name),
    ...(page.description !== undefined && { description: page.description }),
    url: site.url + page.url,
    language: page.lang,
    // An empty feed has never changed: the epoch is stable, now would be false at every request.
    updated: updated.at(-1) ?? new Date(0).toISOString(),
    links: {
      self: address(number),
      ...(page.total > 1 && {
        first: address(1),
        ...(number > 1 && { previous: address(number - 1) }),
        ...(number < page.total && { next: address(number + 1) }),
        last: address(page.total),
      }),
    },
    ...(site.websubHub !== undefined && { hub: site.websubHub }),
    entries,
  }
}

async function toEntry(post: Post, authors: readonly Author[], math: FeedMath): Promise<FeedEntry> {
  const { source, cover } = post
  const licence = licenceOf(post)
  const html = post.body && (await getFeedHtml(post.body))
  const sizes = math === 'svg' && post.body ? await getFormulaSizes(post.body) : new Map()
  const addressOf = (name: string) => `${site.url}/formulas/${encodeURIComponent(post.slug)}/${name}.svg`
  const shown = cover
    ? `<p><img src="${site.url}${cover.url}" width="${cover.width}" height="${cover.height}" alt=""></p>\n`
    : ''
  return {
    id: tagUri(`posts/${encodeURIComponent(post.id)}`),
    url: site.url + post.url,
    title: post.title,
    language: post.lang,
    published: post.date,
    updated: post.updated ?? post.date,
    ...(post.summary !== undefined && { summary: post.summary }),
    html: shown + (math === 'svg' ? withFormulaImages(html, addressOf, sizes) : html),
    authors: authors.map(({ name, url }) => ({
      name,
      ...(url !== undefined && URL.canParse(url, site.url) && { url: new URL(url, site.url).href }),
    })),
    categories: [...new Set([...(post.category ? [post.category] : []), ...post.tags])],
    ...(licence && { licence }),
    ...(source && { source }),
  }
}

/** A name for good (RFC 4151): neither the site's address nor an article's is in it. */
function tagUri(specific: string): string {
  return `tag:${site.tagAuthority}:${specific}`
}
