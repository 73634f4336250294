import type * as generated from 'contentlayer/generated'
import type { Problem } from '../../markdown/problems/problem'
import type { Compiled } from '../../markdown/types'
import type { Author, Document, Page, Post, Published, Series } from '../../published/types'
import { canonicalAlias } from '../../site/aliases'
import type { Site } from '../../site/config'
import { translate } from '../../site/messages/translate.mjs'
import { needsId } from '../../site/permalinks'
import { readDate } from '../front-matter/date'
import { placeOf } from '../front-matter/place-of'
import type { ExtraFields } from '../front-matter/read-fields'
import type { Located } from './locate'

/** A type that contentlayer generates, with the fields that `readDocument` adds and without those that it omits. */
type Read<T> = Omit<T, 'body' | '_raw'> &
  ExtraFields & {
    located: Located
    /** Hash of the text it was read from (`sourceKey`). */
    sourceKey: string
  }
type WithBody<T> = Read<T> & { compiled: Compiled }

/** A document: the fields of its front matter, its location and its compiled body. */
export type CompiledDocument =
  | WithBody<generated.Post>
  | WithBody<generated.Series>
  | WithBody<generated.Page>
  | GeneratedAuthor

type GeneratedAuthor = Read<generated.Author>

/** By file, what linking and checking need besides the published document. */
export type CompiledByFile = Map<string, { compiled: Compiled; numbering: unknown } & ExtraFields>

/** Convert documents to the types that pages read, and collect what only linking needs. */
export function toPublished(
  documents: readonly CompiledDocument[],
  site: Site,
): {
  published: Published
  compiled: CompiledByFile
} {
  const compiled: CompiledByFile = new Map()
  for (const document of documents) {
    if (!('compiled' in document)) continue
    const numbering = 'numbering' in document ? document.numbering : undefined
    const { authorNames, unknownFields } = document
    compiled.set(document.located.file, {
      compiled: document.compiled,
      numbering,
      ...(authorNames && { authorNames }),
      ...(unknownFields && { unknownFields }),
    })
  }
  const of = <T extends CompiledDocument['type']>(type: T) =>
    documents.filter((document): document is Extract<CompiledDocument, { type: T }> => document.type === type)
  const authors = of('Author')
    .map(toAuthor)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const published = {
    site,
    posts: of('Post')
      .map((post) => ({ ...toPost(post, site), authors: authorsOf(post, authors, site) }))
      .sort(newestFirst),
    series: of('Series')
      .map((series) => toSeries(series, site))
      .sort(byFile),
    pages: of('Page')
      .map((page) => toPage(page, site))
      .sort(byFile),
    authors,
    // The publication adds them (`readSiteFiles`).
    files: [],
    // Added after linking (`connectPosts`).
    connections: {},
  }
  return { published, compiled }
}

function byFile(a: Document, b: Document): number {
  return a.file.localeCompare(b.file)
}

/** Newest first. Posts of the same instant are ordered by file, so that the order does not depend on the file system. */
function newestFirst(a: Post, b: Post): number {
  return b.date.localeCompare(a.date) || a.file.localeCompare(b.file)
}

/** The part of a document that all types have. */
interface Titled {
  title: string
  lang?: Document['lang'] | undefined
  located: Located
  compiled: Compiled
}

function toDocument({ title, lang, located, compiled }: Titled, site: Site): Document {
  const { file, slug, url } = located
  return {
    file,
    slug,
    url,
    title: compiled.fields?.title?.text ?? title,
    ...htmlOf(compiled),
    lang: lang ?? site.language,
    body: compiled.key,
    problems: compiled.problems,
  }
}

/** Ids of the authors of a post. `author: 沈砚`, of another system, names an author of ours by id or by name. */
function authorsOf(
  { authors, authorNames = [] }: WithBody<generated.Post>,
  known: readonly Author[],
  site: Site,
): string[] {
  if (authors) return authors
  const named = known.filter(({ id, name }) => authorNames.includes(id) || authorNames.includes(name))
  return named.length > 0 ? named.map(({ id }) => id) : [site.author]
}

/** Posts by the document they were made of. Parsing the dates of ten thousand posts takes half a second. */
const posts = new WeakMap<object, { site: Site; post: Omit<Post, 'authors'> }>()

function toPost(document: WithBody<generated.Post>, site: Site): Omit<Post, 'authors'> {
  const cached = posts.get(document)
  if (cached?.site === site) return cached.post
  const post = readPost(document, site)
  posts.set(document, { site, post })
  return post
}

function readPost(post: WithBody<generated.Post>, site: Site): Omit<Post, 'authors'> {
  const { located, compiled, source, licence } = post
  const { problems, ...document } = toDocument(post, site)
  const updated = post.updated && readDate(post.updated, site.timeZone)
  const { cover } = located
  return {
    ...document,
    problems: [...problems, ...findLocationProblems(post, site)],
    id: located.id,
    ...optional(post, ['guid']),
    // The check of the front matter has reported an invalid date. In development the post still needs a date.
    date: readDate(post.date, site.timeZone) ?? new Date(0).toISOString(),
    ...(updated && { updated }),
    ...optional(post, ['category', 'series', 'part', 'translationOf']),
    ...readable(post, 'summary'),
    tags: post.tags ?? [],
    draft: post.draft ?? false,
    unlisted: post.unlisted ?? false,
    ...(cover && 'url' in cover && { cover }),
    images: [
      ...new Set([...(cover && 'url' in cover ? [cover] : []), ...compiled.assets].map(({ url }) => url)),
    ],
    ...(source && { source: { title: source.title, author: source.author, url: source.url } }),
    ...(licence && { licence: { name: licence.name, url: licence.url } }),
    aliases: (post.aliases ?? []).map(canonicalAlias),
    headings: compiled.headings,
    counts: compiled.counts,
    complete: compiled.complete,
  }
}

/** Problems of the cover and the URL of a post, which are found when it is located. */
function findLocationProblems({ located, id, permalink }: WithBody<generated.Post>, site: Site): Problem[] {
  const { cover, file } = located
  const problems: Problem[] = []
  if (cover && 'message' in cover) problems.push({ file, ...placeOf(file, 'cover'), rule: 'cover', ...cover })
  const pattern = site.permalinks?.posts
  if (needsId(pattern) && permalink === undefined && id === undefined)
    problems.push({
      file,
      ...placeOf(file, 'id'),
      rule: 'permalink',
      message: translate`Found no id; expected one, because the URL of each post is ${pattern} (permalinks in site.config.ts).`,
      hint: translate`Add a number or a word that no other post has: id: 42. Or set its whole path: permalink: /archives/42.`,
    })
  return problems
}

function toSeries(series: WithBody<generated.Series>, site: Site): Series {
  return { ...toDocument(series, site), ...readable(series, 'description') }
}

function toPage(page: WithBody<generated.Page>, site: Site): Page {
  return { ...toDocument(page, site), ...readable(page, 'summary'), ...optional(page, ['translationOf']) }
}

function toAuthor(author: GeneratedAuthor): Author {
  return { id: author.located.slug, name: author.name, ...optional(author, ['bio', 'url', 'email']) }
}

/** The HTML of fields with formulas. Results that were stored by an earlier version have none. */
function htmlOf({ fields = {} }: Compiled): Pick<Document, 'html'> {
  const html = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.html]))
  return Object.keys(html).length > 0 ? { html } : {}
}

/** A field as readable text, if it has a value. */
function readable<Name extends 'summary' | 'description'>(
  document: { compiled: Compiled } & { [name in Name]?: string | undefined },
  name: Name,
): { [name in Name]?: string } {
  const value = document.compiled.fields?.[name]?.text ?? document[name]
  return (value === undefined || value === null ? {} : { [name]: value }) as { [name in Name]?: string }
}

/** The named fields that have a value: `exactOptionalPropertyTypes` distinguishes absent from undefined. */
function optional<T extends object, K extends keyof T>(
  object: T,
  keys: K[],
): { [P in K]?: NonNullable<T[P]> } {
  const present = keys.filter((key) => object[key] !== undefined && object[key] !== null)
  return Object.fromEntries(present.map((key) => [key, object[key]])) as { [P in K]?: NonNullable<T[P]> }
}
