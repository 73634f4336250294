import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type * as generated from 'contentlayer/generated'
import { site } from '../../site.config'
import type { Compiled } from '../markdown/compile'
import { decodePath } from '../markdown/decode'
import type { Located } from './compile-document'
import { readDate } from './date'
import { placeOf } from './front-matter'
import type { Author, Document, Page, Post, Published, Series } from './types'

type WithComputed<T> = Omit<T, 'located' | 'compiled'> & { located: Located; compiled: Compiled }

/** What the compiler made of each file, and how the file numbers its equations. */
export type CompiledByFile = Map<string, { compiled: Compiled; numbering: unknown }>

/** What contentlayer left, in our own shape, and what lists need not know. */
export function readGenerated(folder = '.contentlayer'): {
  published: Published
  compiled: CompiledByFile
  files: ReadonlySet<string>
} {
  const byFile: CompiledByFile = new Map()
  const files = new Set<string>()
  const read = <T>(type: string): WithComputed<T>[] => {
    const path = join(folder, 'generated', type, '_index.json')
    const documents: WithComputed<T>[] = JSON.parse(readFileSync(path, 'utf8'))
    for (const { located, compiled, ...fields } of documents) {
      files.add(located.file)
      const numbering = 'numbering' in fields ? fields.numbering : undefined
      if (compiled) byFile.set(located.file, { compiled, numbering })
    }
    return documents
  }
  const published = {
    posts: read<generated.Post>('Post').map(toPost).sort(newestFirst),
    series: read<generated.Series>('Series').map(toSeries),
    pages: read<generated.Page>('Page').map(toPage),
    authors: read<generated.Author>('Author').map(toAuthor),
  }
  return { published, compiled: byFile, files }
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

function toPost(post: WithComputed<generated.Post>): Post {
  const { located, compiled, source } = post
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
    // An impossible date has been reported by the check of the front matter; in dev the post still needs a place.
    date: readDate(post.date, site.timeZone) ?? new Date(0).toISOString(),
    ...(updated && { updated }),
    ...optional(post, ['summary', 'category', 'series', 'part']),
    tags: post.tags ?? [],
    authors: post.authors ?? [site.author],
    draft: post.draft ?? false,
    unlisted: post.unlisted ?? false,
    ...(cover && 'url' in cover && { cover }),
    ...(source && { source: { title: source.title, author: source.author, url: source.url } }),
    aliases: (post.aliases ?? []).map((alias) => encodeURI(decodePath(alias))),
    headings: compiled.headings,
    counts: compiled.counts,
    complete: compiled.complete,
  }
}

function toSeries(series: WithComputed<generated.Series>): Series {
  return { ...toDocument(series), ...optional(series, ['description']) }
}

function toPage(page: WithComputed<generated.Page>): Page {
  return { ...toDocument(page), ...optional(page, ['summary']) }
}

function toAuthor(author: WithComputed<generated.Author>): Author {
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
