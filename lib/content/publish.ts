import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { site } from '../../site.config'
import { type Asset, contentRoot } from '../markdown/asset'
import { partFile, parts } from '../markdown/part'
import type { Problem } from '../markdown/problem'
import { writeAtomically } from '../store/store'
import { bodyStore, locate } from './compile-document'
import { findAll, findUnread } from './find-all'
import { type DocumentTypes, findProblems, printProblems, stopOn } from './front-matter'
import { type CompiledByFile, readGenerated } from './generated'
import { type Document, type Post, type Published, publishedRoot } from './types'

/**
 * Publish what contentlayer generated: contentlayer removes its files before it rewrites them, so what pages read
 * is put apart, complete before it is visible (bodies and images first, the index last, by rename).
 *
 * A build stops at any problem and leaves drafts out; `dev` publishes what there is, with problems noted on the
 * documents, so that each is shown in its place.
 */
export function publish(types: DocumentTypes, mode: 'build' | 'dev'): void {
  const { published, compiled, files: read } = readGenerated()
  // A draft is unfinished: what is wrong in it stops no build.
  if (mode === 'build') published.posts = published.posts.filter((post) => !post.draft)
  const { posts, series, pages } = published
  const frontMatter = findProblems(types)
  const problems = [
    ...findUnread(read, frontMatter, Object.keys(types)),
    ...findAll(published, compiled, frontMatter),
  ]
  if (mode === 'build') stopOn(problems)
  else noteProblems(published, problems, frontMatter)
  const files = collectFiles(published, compiled)
  for (const [target, origin] of files) place(origin, join(publishedRoot, target))
  writeAtomically(join(publishedRoot, 'content.json'), JSON.stringify(published))
  if (mode === 'build') prune(new Set(files.keys()))
  console.log(`Published ${posts.length} posts, ${series.length} series, ${pages.length} pages.`)
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
