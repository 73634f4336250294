import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type * as generated from 'contentlayer/generated'
import { site } from '../../site.config'
import { type Asset, contentRoot } from '../markdown/asset'
import type { Compiled } from '../markdown/compile'
import { partFile, parts } from '../markdown/part'
import type { Problem } from '../markdown/problem'
import { writeAtomically } from '../store/store'
import { checkLinks } from './check-links'
import { bibliography, bodyStore, type Located, locate } from './compile-document'
import { crossCheck } from './cross-check'
import { readDate } from './date'
import { type DocumentTypes, findProblems, placeOf, printProblems, stopOn } from './front-matter'
import { linkDocuments } from './link'
import {
  type Author,
  type Document,
  type Page,
  type Post,
  type Published,
  publishedRoot,
  type Series,
} from './types'

/**
 * Publish what contentlayer generated: contentlayer removes its files before it rewrites them, so what pages read
 * is put apart, complete before it is visible (bodies and images first, the index last, by rename).
 *
 * A build stops at any problem and leaves drafts out; `dev` publishes what there is, with problems noted on the
 * documents, so that each is shown in its place.
 */
export function publish(types: DocumentTypes, mode: 'build' | 'dev'): void {
  const { published, compiled } = readGenerated()
  // A draft is unfinished: what is wrong in it stops no build.
  if (mode === 'build') published.posts = published.posts.filter((post) => !post.draft)
  const { posts, series, pages } = published
  const linkables = [...posts, ...pages, ...series].flatMap((document) => {
    const linkable = compiled.get(document.file)
    return linkable ? [{ document, ...linkable }] : []
  })
  const found = linkables.flatMap(({ document }) => document.problems)
  const problems = [
    ...found,
    ...bibliography.problems,
    ...linkDocuments(linkables, bodyStore),
    ...checkLinks(linkables, published),
    ...crossCheck(published),
  ]
  if (mode === 'build') stopOn(problems)
  else noteProblems(published, problems, findProblems(types))
  const files = collectFiles(published, compiled)
  for (const [target, origin] of files) place(origin, join(publishedRoot, target))
  writeAtomically(join(publishedRoot, 'content.json'), JSON.stringify(published))
  if (mode === 'build') prune(new Set(files.keys()))
  console.log(`Published ${posts.length} posts, ${series.length} series, ${pages.length} pages.`)
}

type WithComputed<T> = Omit<T, 'located' | 'compiled'> & { located: Located; compiled: Compiled }

/** What the compiler made of each file, and how the file numbers its equations. */
type CompiledByFile = Map<string, { compiled: Compiled; numbering: unknown }>

/** What contentlayer left, in our own shape, and what lists need not know. */
function readGenerated(): { published: Published; compiled: CompiledByFile } {
  const byFile: CompiledByFile = new Map()
  const read = <T>(type: string): WithComputed<T>[] => {
    const path = join('.contentlayer/generated', type, '_index.json')
    const documents: WithComputed<T>[] = JSON.parse(readFileSync(path, 'utf8'))
    for (const { located, compiled, ...fields } of documents) {
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
  return { published, compiled: byFile }
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
    aliases: (post.aliases ?? []).map((alias) => encodeURI(decodeURI(alias))),
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

/**
 * In dev: put every problem on its document, and print it. Where the front matter is broken, contentlayer keeps the
 * document as it last was, and what was wrong then is past; a post it never read gets a place of its own.
 */
function noteProblems(
  published: Published,
  problems: readonly Problem[],
  frontMatter: readonly Problem[],
): void {
  const broken = new Set(frontMatter.map(({ file }) => file))
  const current = [...frontMatter, ...problems.filter(({ file }) => !broken.has(file))]
  const documents: Document[] = [...published.posts, ...published.series, ...published.pages]
  for (const file of new Set(current.map((problem) => problem.file))) {
    const found = current.filter((problem) => problem.file === file)
    const document = documents.find((document) => document.file === file)
    if (document) document.problems = found
    else if (file.startsWith(join(contentRoot, 'posts'))) published.posts.unshift(brokenPost(file, found))
  }
  if (current.length > 0) printProblems(current)
}

function brokenPost(file: string, problems: Problem[]): Post {
  const { slug, url } = locate({ type: 'Post', _id: file.slice(contentRoot.length + 1) })
  return {
    file,
    slug,
    url,
    title: basename(file),
    lang: site.language,
    body: '',
    problems,
    date: new Date().toISOString(),
    tags: [],
    authors: [site.author],
    draft: true,
    unlisted: false,
    aliases: [],
    headings: [],
    counts: { words: 0, formulas: 0, minutes: 1 },
    complete: true,
  }
}

/** Published path → where its content lies now. */
function collectFiles({ posts, series, pages }: Published, compiled: CompiledByFile): Map<string, string> {
  const files = new Map<string, string>()
  const addAsset = ({ url, source }: Asset) =>
    files.set(decodeURIComponent(url.slice(1)), join(contentRoot, source))
  for (const { body, file } of [...posts, ...series, ...pages]) {
    if (!body) continue
    for (const part of parts)
      files.set(join('bodies', partFile(body, part)), join(bodyStore, partFile(body, part)))
    compiled.get(file)?.compiled.assets.forEach(addAsset)
  }
  for (const { cover } of posts) if (cover) addAsset(cover)
  return files
}

/** Names hold a hash of the content: what is there already is right. */
function place(origin: string, target: string): void {
  if (existsSync(target)) return
  mkdirSync(dirname(target), { recursive: true })
  try {
    linkSync(origin, target)
  } catch {
    copyFileSync(origin, target)
  }
}

/** Remove bodies and images that no published document uses any more. */
function prune(wanted: ReadonlySet<string>): void {
  for (const folder of ['bodies', 'media']) {
    const root = join(publishedRoot, folder)
    if (!existsSync(root)) continue
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name)
      if (entry.isFile() && !wanted.has(path.slice(publishedRoot.length + 1))) rmSync(path)
    }
  }
}
