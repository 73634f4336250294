import { translate } from '../../../site/messages/translate.mjs'
import { decodeEntities } from '../decode-entities'
import { type DelimiterSearch, searchDelimiters } from '../detect-delimiters'
import type { Source, SourceAttachment, SourceComment, SourceDocument } from '../source'
import {
  type Context,
  commentsOf,
  decodePercent,
  documentKind,
  offsetOf,
  readMeta,
  toDocument,
} from './documents'
import { exportFiles, type Node, nodesOf, readParts, textOf } from './items'
import { lists, type Term } from './lists'
import type { MediaFile } from './shortcodes'

/**
 * Read an export of WordPress (WXR). Posts and comments are read from the file while they are iterated, so that memory is bounded.
 *
 * @param location the file, or a folder with the files of a divided export
 * @throws SourceError if it is no export
 */
export async function readWordpress(location: string): Promise<Source> {
  const files = exportFiles(location)
  const survey = createSurvey()
  for (const file of files)
    for await (const part of readParts(file))
      if ('channel' in part) survey.addChannel(part.channel)
      else survey.addItem(part.item)
  const { channel, context, terms, dates, attachments, skipped, formulas } = survey.result()
  return {
    system: 'wordpress',
    site: {
      title: decodeEntities(textOf(channel, 'title')),
      description: decodeEntities(textOf(channel, 'description')),
      ...(context.url ? { url: context.url } : {}),
      language: textOf(channel, 'language') || 'zh-CN',
    },
    delimiters: formulas.result(),
    documents: { [Symbol.asyncIterator]: () => documents(files, context) },
    lists: lists({ url: context.url, terms, dates, logins: [...context.authors.keys()] }),
    comments: { [Symbol.asyncIterator]: () => comments(files, context) },
    attachments,
    notes: [...skipped].map(([reason, count]) => translate`Not imported: ${count} of ${reason}.`),
  }
}

/** Collects what documents refer to, before they are read. */
function createSurvey() {
  let channel: Node = {}
  const authors = new Map<string, string>()
  const terms = new Map<string, Term>()
  const media = new Map<string, MediaFile>()
  const attachments: SourceAttachment[] = []
  const dates: string[] = []
  const skipped = new Map<string, number>()
  const formulas: DelimiterSearch = searchDelimiters()
  let offset: number | undefined
  const addTerm = (term: Term) => {
    const key = `${term.kind} ${term.slug}`
    if (!terms.has(key)) terms.set(key, term)
  }
  const siteUrl = () =>
    (textOf(channel, 'wp:base_blog_url') || textOf(channel, 'link')).trim().replace(/\/+$/, '')
  return {
    addChannel(node: Node) {
      if (Object.keys(channel).length === 0) channel = node
      for (const author of nodesOf(node, 'wp:author'))
        authors.set(
          textOf(author, 'wp:author_login'),
          decodeEntities(textOf(author, 'wp:author_display_name')) || textOf(author, 'wp:author_login'),
        )
      for (const category of nodesOf(node, 'wp:category')) addTerm(toTerm(category, 'category'))
      for (const tag of nodesOf(node, 'wp:tag')) addTerm(toTerm(tag, 'tag'))
    },
    addItem(item: Node) {
      if (textOf(item, 'wp:post_type') === 'attachment') {
        const url = textOf(item, 'wp:attachment_url').trim()
        if (!url) return
        media.set(textOf(item, 'wp:post_id'), {
          url,
          title: decodeEntities(textOf(item, 'title')),
          post: textOf(item, 'wp:post_parent'),
        })
        attachments.push(toAttachment(item, url, siteUrl()))
        return
      }
      const result = documentKind(item)
      if ('skipped' in result) {
        skipped.set(result.skipped, (skipped.get(result.skipped) ?? 0) + 1)
        return
      }
      offset ??= offsetOf(item)
      formulas.add(textOf(item, 'content:encoded').replace(/\$latex[\s=][^$]*\$/g, ' '))
      if (result.kind === 'post' && textOf(item, 'wp:status') === 'publish')
        dates.push(textOf(item, 'wp:post_date').slice(0, 10))
      countTerms(item, terms)
    },
    result() {
      const url = siteUrl()
      const context: Context = { url, media, authors, offset: offset ?? 0 }
      return { channel, context, terms: [...terms.values()], dates, attachments, skipped, formulas }
    },
  }
}

function toTerm(node: Node, kind: Term['kind']): Term {
  return {
    kind,
    id: textOf(node, 'wp:term_id'),
    name: decodeEntities(textOf(node, kind === 'tag' ? 'wp:tag_name' : 'wp:cat_name')),
    slug: textOf(node, kind === 'tag' ? 'wp:tag_slug' : 'wp:category_nicename'),
    parent: kind === 'tag' ? '' : textOf(node, 'wp:category_parent'),
    posts: 0,
  }
}

/** Count a post in its terms. Terms that the head of the export lacks are added. */
function countTerms(item: Node, terms: Map<string, Term>): void {
  for (const node of nodesOf(item, 'category')) {
    const domain = node['@domain']
    if (domain !== 'category' && domain !== 'post_tag') continue
    const kind = domain === 'category' ? 'category' : 'tag'
    const slug = String(node['@nicename'] ?? '')
    const name = decodeEntities(textOf(node, '#text'))
    const known = terms.get(`${kind} ${slug}`) ?? { kind, id: '', name, slug, parent: '', posts: 0 }
    terms.set(`${kind} ${slug}`, { ...known, posts: known.posts + 1 })
  }
}

function toAttachment(item: Node, url: string, site: string): SourceAttachment {
  const parent = textOf(item, 'wp:post_parent')
  const file = readMeta(item).get('_wp_attached_file') ?? decodePercent(url).split('/uploads/')[1]
  const page = textOf(item, 'link').trim()
  const short = `${site}/?attachment_id=${textOf(item, 'wp:post_id')}`
  return {
    urls: [...new Set([url, page, short])].filter((each) => each !== ''),
    ...(file ? { file } : {}),
    ...(parent && parent !== '0' ? { document: parent } : {}),
  }
}

async function* items(files: readonly string[]): AsyncGenerator<{ item: Node; kind: 'post' | 'page' }> {
  for (const file of files)
    for await (const part of readParts(file)) {
      if (!('item' in part) || textOf(part.item, 'wp:post_type') === 'attachment') continue
      const result = documentKind(part.item)
      if ('kind' in result) yield { item: part.item, kind: result.kind }
    }
}

async function* documents(files: readonly string[], context: Context): AsyncGenerator<SourceDocument> {
  for await (const { item, kind } of items(files)) yield toDocument(item, kind, context)
}

async function* comments(files: readonly string[], context: Context): AsyncGenerator<SourceComment> {
  for await (const { item } of items(files)) yield* commentsOf(item, context.offset)
}
