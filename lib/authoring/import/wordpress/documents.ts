import { translate } from '../../../site/messages/translate.mjs'
import { toIsoDate } from '../dates'
import { decodeEntities } from '../decode-entities'
import { draftPageNote } from '../draft-pages'
import type { SourceComment, SourceDocument } from '../source'
import { convertFormulaElements } from './formula-elements'
import { type Node, nodesOf, textOf, toText } from './items'
import { convertShortcodes, type Media } from './shortcodes'

/** What documents refer to. */
export interface Context {
  /** URL of the old site, without a slash at its end. */
  url: string
  media: Media
  /** Names of the authors by their login. */
  authors: ReadonlyMap<string, string>
  /** Seconds from UTC, for posts without a time in UTC. */
  offset: number
}

/** Types of WordPress and its plugins that are no content. */
const internalTypes =
  /^(nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|user_request|wp_\w+|feedback|jetpack\w*|elementor_\w+|acf-\w+|amp_\w+|safecss|postman_sent_mail)$/

/** Is this item imported as a document? Otherwise the reason why not. */
export function documentKind(item: Node): { kind: 'post' | 'page' } | { skipped: string } {
  const type = textOf(item, 'wp:post_type')
  const status = textOf(item, 'wp:status')
  if (internalTypes.test(type)) return { skipped: translate`the type ${type}` }
  if (status === 'trash' || status === 'auto-draft') return { skipped: translate`the status ${status}` }
  return { kind: type === 'page' ? 'page' : 'post' }
}

function statusOf(item: Node): SourceDocument['status'] {
  const status = textOf(item, 'wp:status')
  if (textOf(item, 'wp:post_password')) return 'password'
  if (status === 'draft' || status === 'pending' || status === 'private') return status
  // Scheduled posts have their date in the future.
  return 'published'
}

/** Convert the item of a post or page. */
export function toDocument(item: Node, kind: 'post' | 'page', context: Context): SourceDocument {
  const id = textOf(item, 'wp:post_id')
  const status = statusOf(item)
  const login = textOf(item, 'dc:creator')
  const author = context.authors.get(login) ?? login
  const { date, updated } = datesOf(item, context.offset)
  const { body, notes } = bodyOf(item, context.media)
  const meta = readMeta(item)
  const description =
    decodeEntities(textOf(item, 'excerpt:encoded').replace(/<[^>]+>/g, '')).trim() ||
    (meta.get('_yoast_wpseo_metadesc') ?? '')
  const cover = context.media.get(meta.get('_thumbnail_id') ?? '')?.url
  const guid = textOf(item, 'guid')
  const title = decodeEntities(textOf(item, 'title')).trim()
  const slug = decodePercent(textOf(item, 'wp:post_name')) || title || id
  const type = textOf(item, 'wp:post_type')
  return {
    kind: status === 'published' ? kind : 'post',
    id,
    title: title || slug,
    slug,
    date,
    ...(updated ? { updated } : {}),
    status,
    ...(author ? { author } : {}),
    categories: termsOf(item, 'category'),
    tags: termsOf(item, 'post_tag'),
    ...(description ? { description } : {}),
    ...(cover ? { cover } : {}),
    format: 'html',
    body,
    urls: urlsOf(item, kind, context.url),
    ...(guid ? { guid } : {}),
    fields: Object.fromEntries([...meta].filter(([name]) => !name.startsWith('_'))),
    notes: [
      ...(type === 'post' || type === 'page' ? [] : [translate`Had the type ${type} on the old site.`]),
      ...(kind === 'page' && status !== 'published' ? [draftPageNote] : []),
      ...notes,
    ],
  }
}

/** @returns the names of the terms of a taxonomy */
function termsOf(item: Node, taxonomy: string): string[] {
  const names = nodesOf(item, 'category')
    .filter((term) => term['@domain'] === taxonomy)
    .map((term) => decodeEntities(toText(term)))
  return [...new Set(names)].filter((name) => name !== '')
}

function bodyOf(item: Node, media: Media): { body: string; notes: string[] } {
  const source = textOf(item, 'content:encoded')
  const marked = source
    .replace(/<!--more[^>]*-->/g, '<!--more-->')
    .replace(/(?:<!-- \/?wp:nextpage -->\s*)?<!--nextpage-->(?:\s*<!-- \/wp:nextpage -->)?/g, '')
  const { html, unknown } = convertShortcodes(
    convertFormulaElements(marked),
    media,
    textOf(item, 'wp:post_id'),
  )
  const notes = [
    ...unknown.map((name) => translate`The shortcode [${name}] is kept as text.`),
    ...(source.includes('<!--nextpage-->') ? [translate`The post had several pages; they are one now.`] : []),
  ]
  return { body: html, notes }
}

/** Custom fields by their name. */
export function readMeta(item: Node): Map<string, string> {
  return new Map(
    nodesOf(item, 'wp:postmeta').map((meta) => [textOf(meta, 'wp:meta_key'), textOf(meta, 'wp:meta_value')]),
  )
}

function datesOf(item: Node, siteOffset: number): { date: string; updated?: string } {
  const local = toTime(textOf(item, 'wp:post_date')) ?? Date.parse(textOf(item, 'pubDate'))
  const offset = offsetOf(item) ?? siteOffset
  const date = toIsoDate(Number.isNaN(local) ? 0 : local - offset * 1000, offset)
  const changed = toTime(textOf(item, 'wp:post_modified'))
  const isLater = changed !== undefined && changed > local
  return { date, ...(isLater ? { updated: toIsoDate(changed - offset * 1000, offset) } : {}) }
}

/** Seconds from UTC to the time of the site when a post was written; undefined if it has no time in UTC. */
export function offsetOf(item: Node): number | undefined {
  const local = toTime(textOf(item, 'wp:post_date'))
  const utc = toTime(textOf(item, 'wp:post_date_gmt'))
  if (local === undefined || utc === undefined) return undefined
  // No place is further than 14 hours from UTC: such times are mistakes.
  const offset = Math.round((local - utc) / 900_000) * 900
  return Math.abs(offset) <= 14 * 3600 ? offset : undefined
}

/** Milliseconds of a date of WordPress, as if it were in UTC. */
function toTime(date: string): number | undefined {
  const found = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/.exec(date.trim())
  const time = found ? Date.parse(`${found[1]}T${found[2]}Z`) : Number.NaN
  return Number.isNaN(time) ? undefined : time
}

/** Every URL of a post, the permanent one first. */
function urlsOf(item: Node, kind: 'post' | 'page', site: string): string[] {
  const id = textOf(item, 'wp:post_id')
  const link = textOf(item, 'link').trim()
  const guid = textOf(item, 'guid').trim()
  const short = [`${site}/?p=${id}`, ...(kind === 'page' ? [`${site}/?page_id=${id}`] : [])]
  const isUrl = (url: string) => /^https?:\/\//.test(url)
  return [...new Set([link, ...short, guid])].filter(
    (url) => url !== '' && (isUrl(url) || url.startsWith('/')),
  )
}

/** WordPress stores slugs with percent encoding. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const statuses: Readonly<Record<string, SourceComment['status']>> = { '1': 'approved', '0': 'waiting' }

/** The comments of an item. Those in the trash are left out. */
export function commentsOf(item: Node, siteOffset: number): SourceComment[] {
  const offset = offsetOf(item) ?? siteOffset
  return nodesOf(item, 'wp:comment')
    .filter((comment) => textOf(comment, 'wp:comment_approved') !== 'trash')
    .map((comment) => toComment(comment, textOf(item, 'wp:post_id'), offset))
}

function toComment(comment: Node, document: string, offset: number): SourceComment {
  const parent = textOf(comment, 'wp:comment_parent')
  const email = textOf(comment, 'wp:comment_author_email')
  const url = textOf(comment, 'wp:comment_author_url')
  const utc = toTime(textOf(comment, 'wp:comment_date_gmt'))
  const local = toTime(textOf(comment, 'wp:comment_date')) ?? 0
  return {
    id: textOf(comment, 'wp:comment_id'),
    document,
    ...(parent && parent !== '0' ? { parent } : {}),
    author: decodeEntities(textOf(comment, 'wp:comment_author')),
    ...(email ? { email } : {}),
    ...(url ? { url } : {}),
    date: toIsoDate(utc ?? local - offset * 1000, offset),
    text: textOf(comment, 'wp:comment_content'),
    status: statuses[textOf(comment, 'wp:comment_approved')] ?? 'spam',
  }
}
