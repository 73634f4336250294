import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type * as generated from 'contentlayer/generated'
import { site } from '../../site.config'
import type { Compiled } from '../markdown/compile'
import { decodePath } from '../markdown/decode'
import type { CompiledDocument, Located } from './compile-document'
import { readDate } from './date'
import { placeOf } from './front-matter'
import type { Author, Document, Page, Post, Published, Series } from './types'

/** As `readDocument` makes it of the type that contentlayer generates. */
type Read<T> = Omit<T, 'body' | '_raw'> & { located: Located }
type WithBody<T> = Read<T> & { compiled: CompiledDocument }

/** A document as contentlayer leaves it: the fields of its front matter, where it lies, and what its body became. */
export type Generated =
  | WithBody<generated.Post>
  | WithBody<generated.Series>
  | WithBody<generated.Page>
  | GeneratedAuthor

type GeneratedAuthor = Read<generated.Author>

/** What the compiler made of each file, and how the file numbers its equations. */
export type CompiledByFile = Map<string, { compiled: Compiled; numbering: unknown }>

const typeNames = ['Post', 'Series', 'Page', 'Author'] as const

/** What contentlayer left in a folder. */
export function readGenerated(folder = '.contentlayer'): Generated[] {
  return typeNames.flatMap((type) =>
    JSON.parse(readFileSync(join(folder, 'generated', type, '_index.json'), 'utf8')),
  )
}

/** Documents in our own shape, and what lists need not know. */
export function toPublished(documents: readonly Generated[]): {
  published: Published
  compiled: CompiledByFile
  files: ReadonlySet<string>
} {
  const compiled: CompiledByFile = new Map()
  for (const document of documents) {
    if (!('compiled' in document)) continue
    const numbering = 'numbering' in document ? document.numbering : undefined
    compiled.set(document.located.file, { compiled: document.compiled, numbering })
  }
  const of = <T extends Generated['type']>(type: T) =>
    documents.filter((document): document is Extract<Generated, { type: T }> => document.type === type)
  const published = {
    posts: of('Post').map(toPost).sort(newestFirst),
    series: of('Series').map(toSeries).sort(byFile),
    pages: of('Page').map(toPage).sort(byFile),
    authors: of('Author').map(toAuthor),
    // Found when all is known (`connectPosts`).
    connections: {},
  }
  return { published, compiled, files: new Set(documents.map(({ located }) => located.file)) }
}

function byFile(a: Document, b: Document): number {
  return a.file.localeCompare(b.file)
}

/** Newest first; posts of one instant by their file, so that the order never depends on the disk. */
function newestFirst(a: Post, b: Post): number {
  return b.date.localeCompare(a.date) || a.file.localeCompare(b.file)
}

function toDocument({
  title,
  lang,
  located,
  compiled,
}: {
  title: string
  lang?: Document['lang'] | undefined
  located: Located
  compiled: Compiled
}): Document {
  const { file, slug, url } = located
  return {
    file,
    slug,
    url,
    title,
    lang: lang ?? site.language,
    body: compiled.key,
    problems: [...compiled.problems],
  }
}

/** Of what is read once and published many times: to read ten thousand dates takes half a second. */
const posts = new WeakMap<object, Post>()

function toPost(post: WithBody<generated.Post>): Post {
  const known = posts.get(post) ?? readPost(post)
  posts.set(post, known)
  // Who links and checks documents changes them.
  return { ...known, problems: [...known.problems] }
}

function readPost(post: WithBody<generated.Post>): Post {
  const { located, compiled, source, licence } = post
  const document = toDocument(post)
  const updated = post.updated && readDate(post.updated, site.timeZone)
  const { cover } = located
  if (cover && 'message' in cover) {
    document.problems.push({
      file: document.file,
      ...placeOf(document.file, 'cover'),
      rule: 'cover',
      ...cover,
    })
  }
  return {
    ...document,
    id: located.id,
    // An impossible date has been reported by the check of the front matter; in dev the post still needs a place.
    date: readDate(post.date, site.timeZone) ?? new Date(0).toISOString(),
    ...(updated && { updated }),
    ...optional(post, ['summary', 'category', 'series', 'part', 'translationOf']),
    tags: post.tags ?? [],
    authors: post.authors ?? [site.author],
    draft: post.draft ?? false,
    unlisted: post.unlisted ?? false,
    ...(cover && 'url' in cover && { cover }),
    images: [
      ...new Set([...(cover && 'url' in cover ? [cover] : []), ...compiled.assets].map(({ url }) => url)),
    ],
    ...(source && { source: { title: source.title, author: source.author, url: source.url } }),
    ...(licence && { licence: { name: licence.name, url: licence.url } }),
    aliases: (post.aliases ?? []).map((alias) => encodeURI(decodePath(alias))),
    headings: compiled.headings,
    counts: compiled.counts,
    complete: compiled.complete,
  }
}

function toSeries(series: WithBody<generated.Series>): Series {
  return { ...toDocument(series), ...optional(series, ['description']) }
}

function toPage(page: WithBody<generated.Page>): Page {
  return { ...toDocument(page), ...optional(page, ['summary']) }
}

function toAuthor(author: GeneratedAuthor): Author {
  return { id: author.located.slug, name: author.name, ...optional(author, ['bio', 'url', 'email']) }
}

/** The named fields that are there: `exactOptionalPropertyTypes` tells absent from undefined. */
function optional<T extends object, K extends keyof T>(
  object: T,
  keys: K[],
): { [P in K]?: NonNullable<T[P]> } {
  const present = keys.filter((key) => object[key] !== undefined && object[key] !== null)
  return Object.fromEntries(present.map((key) => [key, object[key]])) as { [P in K]?: NonNullable<T[P]> }
}
