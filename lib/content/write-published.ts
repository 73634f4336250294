import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Asset, contentRoot } from '../markdown/asset'
import { bodyFile } from '../markdown/body'
import { hash, storeRoot, writeAtomically } from '../store/store'
import { bodyStore } from './compile-document'
import type { CompiledByFile } from './generated'
import { type Post, type Published, type PublishedState, publishedRoot } from './types'

/** Slugs of all posts that were ever to be read, kept with the build cache. */
const knownPosts = join(storeRoot, 'known-posts.json')

/**
 * Write what pages read: contentlayer removes its files before it rewrites them, so it is put apart, complete before
 * it is visible (bodies and images first, the index last, by rename).
 *
 * @param drafts slugs of posts that exist and are left out
 * @returns published paths of all bodies and images
 */
export function writePublished(
  published: Published,
  compiled: CompiledByFile,
  drafts: readonly string[],
): ReadonlySet<string> {
  const files = collectFiles(published, compiled)
  for (const [target, origin] of files) place(origin, join(publishedRoot, target))
  const text = JSON.stringify(published)
  const state = stateOf(published, hash(text), drafts)
  const index = join(publishedRoot, 'content.json')
  // A server reads it anew when it is written: where it says the same, that is spared.
  if (!existsSync(index) || readFileSync(index, 'utf8') !== text) writeAtomically(index, text)
  // Its version names shared pages: last, so that no page of older content ever gets it.
  writeAtomically(join(publishedRoot, 'state.json'), JSON.stringify(state))
  return new Set(files.keys())
}

/** Remove bodies and images that no published document uses any more. */
export function prune(wanted: ReadonlySet<string>): void {
  for (const folder of ['bodies', 'media']) {
    const root = join(publishedRoot, folder)
    if (!existsSync(root)) continue
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name)
      if (entry.isFile() && !wanted.has(path.slice(publishedRoot.length + 1))) rmSync(path)
    }
  }
}

function stateOf({ posts }: Published, version: string, drafts: readonly string[]): PublishedState {
  const now = new Date().toISOString()
  const readable = posts.filter(({ draft, date }) => !draft && date <= now).map(({ slug }) => slug)
  const before: string[] = existsSync(knownPosts) ? JSON.parse(readFileSync(knownPosts, 'utf8')) : []
  const known = [...new Set([...before, ...readable])].sort()
  if (known.length !== before.length) writeAtomically(knownPosts, JSON.stringify(known))
  const existing = new Set([...posts.flatMap(addressesOf), ...drafts])
  return {
    version,
    publications: posts
      .filter(({ draft, date }) => !draft && date > now)
      .map(({ date }) => date)
      .sort(),
    gone: known.filter((slug) => !existing.has(slug)),
  }
}

/** Slugs of the addresses under which a post is found. */
function addressesOf({ slug, aliases }: Post): string[] {
  return [slug, ...aliases.flatMap((alias) => decodeURI(alias).split('/posts/')[1] ?? [])]
}

/** Published path → where its content lies now. */
function collectFiles({ posts, series, pages }: Published, compiled: CompiledByFile): Map<string, string> {
  const files = new Map<string, string>()
  const addAsset = ({ url, source }: Asset) =>
    files.set(decodeURIComponent(url.slice(1)), join(contentRoot, source))
  for (const { body, file } of [...posts, ...series, ...pages]) {
    if (!body) continue
    files.set(join('bodies', bodyFile(body)), join(bodyStore, bodyFile(body)))
    compiled.get(file)?.compiled.assets.forEach(addAsset)
  }
  for (const { cover } of posts) if (cover) addAsset(cover)
  return files
}

/** Names hold a hash of the content: what is there already is right. */
function place(origin: string, target: string): void {
  // An article that is kept while its file is being mended may have lost the image it shows: that is published.
  if (existsSync(target) || !existsSync(origin)) return
  mkdirSync(dirname(target), { recursive: true })
  try {
    linkSync(origin, target)
  } catch {
    copyFileSync(origin, target)
  }
}
