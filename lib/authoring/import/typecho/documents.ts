import { translate } from '../../../site/messages/translate.mjs'
import { toIsoDate } from '../dates'
import { decodeEntities } from '../decode-entities'
import { draftPageNote } from '../draft-pages'
import type { SourceAttachment, SourceDocument } from '../source'
import { numberOf, type Row, textOf } from './database'
import { property, readPhpValue } from './php-value'
import type { RouteValues } from './routes'
import { directoryOf, type TypechoSite } from './site'

/** What is known of every post and page before their texts are read. */
export interface Outline {
  id: number
  kind: 'post' | 'page'
  slug: string
  /** Path on the old site. */
  path: string
  /** Milliseconds since 1970. */
  time: number
  isPublished: boolean
}

/** An unpublished change of a published post, which Typecho stores as a row of its own. */
export function isRevision(row: Row): boolean {
  return numberOf(row, 'parent') > 0 && /^(revision|(post|page)_draft)$/.test(textOf(row, 'type'))
}

/** The kind of a row; undefined for attachments and rows of plugins. */
export function kindOf(row: Row): 'post' | 'page' | undefined {
  const type = /^(post|page)(?:_draft)?$/.exec(textOf(row, 'type'))?.[1]
  return type as 'post' | 'page' | undefined
}

/** @param pages rows of all pages, which may contain this one */
export function outline(row: Row, kind: 'post' | 'page', site: TypechoSite, pages: readonly Row[]): Outline {
  const id = numberOf(row, 'cid')
  const time = numberOf(row, 'created') * 1000
  const slug = textOf(row, 'slug')
  const [year = '', month = '', day = ''] = toIsoDate(time, site.offset).slice(0, 10).split('-')
  const category = site.metasOf.get(id)?.find((meta) => meta.kind === 'category')
  const directory =
    kind === 'page' ? pageDirectory(row, pages) : category ? directoryOf(category, site.metas) : []
  const values: RouteValues = { cid: id, slug, year, month, day, category: category?.slug ?? '', directory }
  const path = site.routes.path(kind, values)
  return { id, kind, slug, path, time, isPublished: statusOf(row) === 'published' }
}

/** The slugs of a page and of those that contain it, the outermost first. */
function pageDirectory(page: Row, pages: readonly Row[]): string[] {
  const slugs: string[] = []
  const seen = new Set<number>()
  for (let at: Row | undefined = page; at && !seen.has(numberOf(at, 'cid')); ) {
    seen.add(numberOf(at, 'cid'))
    slugs.unshift(textOf(at, 'slug'))
    const parent: number = numberOf(at, 'parent')
    at = pages.find((other) => numberOf(other, 'cid') === parent)
  }
  return slugs
}

function statusOf(row: Row): SourceDocument['status'] {
  const status = textOf(row, 'status')
  if (textOf(row, 'type').endsWith('_draft') || isRevision(row)) return 'draft'
  if (textOf(row, 'password') || status === 'password') return 'password'
  if (status === 'publish' || status === '') return 'published'
  return status === 'waiting' ? 'pending' : 'private'
}

/** Convert a row of a post or page. */
export function toDocument(row: Row, { id, kind, slug, path }: Outline, site: TypechoSite): SourceDocument {
  const { routes, offset } = site
  const modified = numberOf(row, 'modified')
  const status = statusOf(row)
  const metas = site.metasOf.get(id) ?? []
  const author = site.authors.get(numberOf(row, 'authorId'))
  const { description, cover, fields } = splitFields(site.fieldsOf.get(id) ?? {})
  const body = textOf(row, 'text')
  const isMarkdown = body.startsWith(markdownMark)
  const urls = routes.urls(path)
  return {
    kind: status === 'published' ? kind : 'post',
    id: String(id),
    title: decodeEntities(textOf(row, 'title')) || slug,
    slug,
    date: toIsoDate(numberOf(row, 'created') * 1000, offset),
    ...(modified > numberOf(row, 'created') ? { updated: toIsoDate(modified * 1000, offset) } : {}),
    status,
    ...(author ? { author } : {}),
    categories: metas.filter((meta) => meta.kind === 'category').map(({ name }) => name),
    tags: metas.filter((meta) => meta.kind === 'tag').map(({ name }) => name),
    ...(description ? { description } : {}),
    ...(cover ? { cover } : {}),
    format: isMarkdown ? 'markdown' : 'html',
    body: isMarkdown ? body.slice(markdownMark.length) : body,
    urls,
    // Entries of Typecho's feeds are identified by their URL.
    ...(urls[0] ? { guid: urls[0] } : {}),
    fields,
    notes: [...notesOf(row, body), ...(kind === 'page' && status !== 'published' ? [draftPageNote] : [])],
  }
}

const markdownMark = '<!--markdown-->'

function notesOf(row: Row, body: string): string[] {
  const template = textOf(row, 'template')
  return [
    template && translate`Shown with the template ${template} of the theme.`,
    body.includes('\uFFFD') && translate`Contains bytes that are not UTF-8.`,
  ].filter((note) => typeof note === 'string' && note !== '') as string[]
}

/** Fields in which themes keep a summary and a picture. */
function splitFields(all: Readonly<Record<string, unknown>>) {
  const take = (names: readonly string[]) =>
    names.map((name) => all[name]).find((value): value is string => typeof value === 'string' && value !== '')
  const description = take(['description', 'desc', 'summary', 'excerpt'])
  const cover = take(['cover', 'thumb', 'thumbnail', 'thumbUrl', 'banner', 'image'])
  const fields = Object.fromEntries(
    Object.entries(all).filter(
      ([, value]) => value !== '' && value !== null && value !== description && value !== cover,
    ),
  )
  return { description, cover, fields }
}

/** An unpublished change, imported as a draft beside its post. */
export function toRevision(row: Row, published: Outline, site: TypechoSite): SourceDocument {
  const own = { ...published, id: numberOf(row, 'cid') }
  const { guid: _, ...document } = toDocument(row, own, site)
  return {
    ...document,
    slug: `${published.slug}-draft`,
    categories: [],
    tags: [],
    urls: [],
    notes: [translate`Changes of ${published.slug} that were not published.`],
  }
}

/** Convert a row of an attachment; undefined if its file is unknown. */
export function toAttachment(row: Row, site: TypechoSite): SourceAttachment | undefined {
  const path = property(readPhpValue(textOf(row, 'text')), 'path')
  if (!path) return undefined
  const id = numberOf(row, 'cid')
  const parent = numberOf(row, 'parent')
  const address = path.startsWith('/') ? path : `/${path}`
  const base = (site.options.get('siteUrl') ?? '').replace(/\/+$/, '')
  const page = site.routes.path('attachment', { cid: id, slug: textOf(row, 'slug') })
  return {
    urls: [/^https?:/.test(path) ? path : base + address, ...site.routes.urls(page)],
    file: address.replace(/^\/(?:usr\/uploads\/)?/, ''),
    ...(parent > 0 ? { document: String(parent) } : {}),
  }
}
