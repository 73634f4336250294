import { existsSync, linkSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path/posix'
import { contentRoot, type PublishedFile } from '../../markdown/images/asset'
import { hashImage } from '../../markdown/images/hash-image'
import { bodyFile, isBodyWhole } from '../../markdown/print/body'
import { isMoved } from '../../published/post-at'
import { siteFileTarget } from '../../published/site-files'
import {
  type Document,
  type Post,
  type Published,
  type PublishedState,
  publishedRoot,
} from '../../published/types'
import { canonicalPath } from '../../site/aliases'
import { translate } from '../../site/messages/translate.mjs'
import { policySources } from '../../site/policy-sources'
import type { Redirect } from '../../site/redirects'
import { postUrl } from '../../site/routes.mjs'
import { slotsFile } from '../../site/site-code.mjs'
import { languagesOf } from '../../site/site-languages'
import {
  bodyStore,
  copyAtomically,
  DamagedFile,
  hash,
  readJson,
  storeRoot,
  writeAtomically,
} from '../../store/store'
import { listUrls } from '../check/site-urls'
import type { CompiledByFile, CompiledDocument } from '../read/shape-documents'
import { lastGoodPath, writeLastGood } from './last-good-store'

/** Slugs of all posts that were ever public, stored in the build cache. */
const knownPosts = join(storeRoot, 'known-posts.json')

/** Slugs of such posts by path, if their URL had another pattern than `/posts/:slug`. */
const knownPaths = join(storeRoot, 'known-paths.json')

/** The content of one publication. */
export interface Publishable {
  published: Published
  compiled: CompiledByFile
  /** Slugs of posts that exist and are not published. */
  drafts: readonly string[]
  /** The version of each file that is published. Not set in development, which publishes files with errors too. */
  versions?: ReadonlyMap<string, CompiledDocument>
}

/**
 * Write the files that pages read, so that no reader gets a mixture of two versions: bodies and images first, the index
 * last, each by an atomic rename.
 *
 * @returns paths below `.lemma/` of all bodies, images and last good versions that are in use
 * @throws DamagedFile for a compiled body that must be compiled again
 */
export function writeFiles({ published, compiled, drafts, versions }: Publishable): ReadonlySet<string> {
  const files = collectFiles(published, compiled)
  for (const [target, origin] of files) publishFile(target, origin)
  if (versions) writeLastGood(versions.values())
  const text = JSON.stringify(published)
  const state = stateOf(published, hash(text), drafts)
  const index = join(publishedRoot, 'content.json')
  // The server reads the index again whenever it is written: do not write the same text again.
  if (!existsSync(index) || readFileSync(index, 'utf8') !== text) writeAtomically(index, text, true)
  // Shared pages are stored under this version. It is written last, so that a page of older content never gets it.
  writeAtomically(join(publishedRoot, 'state.json'), JSON.stringify(state), true)
  return new Set([...files.keys(), ...[...(versions?.keys() ?? [])].map(lastGoodPath)])
}

/**
 * Remove damaged bodies and images from `.lemma/` and damaged bodies from the store. The next publication writes them again.
 *
 * @returns the number of removed files, and the files whose body must be compiled again
 */
export function removeDamaged(
  published: Published,
  compiled: CompiledByFile,
): { removed: number; files: string[] } {
  let removed = 0
  const check = (root: string, target: string) => {
    const file = join(root, target)
    if (!existsSync(file) || isIntact(root, target)) return
    removed++
    console.error(translate`${file} is damaged; rebuilding it.`)
    rmSync(file, { force: true })
  }
  for (const target of collectFiles(published, compiled).keys()) {
    check(publishedRoot, target)
    if (target.startsWith('bodies')) check(storeRoot, target)
  }
  const files = [...compiled].flatMap(([file, { compiled }]) =>
    isBodyWhole(bodyStore, compiled.key) ? [] : file,
  )
  return { removed, files }
}

/** The files whose compiled body is damaged or missing. */
export function findUnreadable(documents: Iterable<CompiledDocument>): string[] {
  const files = [...documents].flatMap((document) =>
    'compiled' in document && !isBodyWhole(bodyStore, document.compiled.key) ? document.located.file : [],
  )
  return [...new Set(files)]
}

/**
 * Omit documents whose body is damaged although it has just been compiled again: the file has errors now, or the body was
 * damaged once more.
 */
export function omitUnreadable(published: Published): Published {
  const isReadable = ({ file, body }: Document) => {
    const isLost =
      body !== '' && ![publishedRoot, storeRoot].some((root) => isBodyWhole(join(root, 'bodies'), body))
    if (isLost)
      console.error(
        translate`${file} is not published: its published version is damaged. It is published again when it compiles without errors.`,
      )
    return !isLost
  }
  return {
    ...published,
    posts: published.posts.filter(isReadable),
    series: published.series.filter(isReadable),
    pages: published.pages.filter(isReadable),
  }
}

function isIntact(root: string, target: string): boolean {
  if (target.startsWith('bodies')) return isBodyWhole(join(root, 'bodies'), basename(target, '.br'))
  const file = join(root, target)
  return existsSync(file) && hashImage(readFileSync(file)) === basename(dirname(target))
}

function stateOf(
  { site, posts, series, pages, files, redirects = [] }: Published,
  version: string,
  drafts: readonly string[],
): PublishedState {
  const now = new Date().toISOString()
  const publicPosts = posts.filter(({ draft, date }) => !draft && date <= now)
  const publicSlugs = publicPosts.map(({ slug }) => slug)
  const before = readJson<string[]>(knownPosts) ?? []
  // If one of the two files is lost, it is rebuilt from the other.
  const { gone = [] } = readJson<PublishedState>(join(publishedRoot, 'state.json')) ?? {}
  const goneSlugs = gone.filter((name) => !name.startsWith('/'))
  const known = [...new Set([...before, ...goneSlugs, ...publicSlugs])].sort()
  if (known.length !== before.length) writeAtomically(knownPosts, JSON.stringify(known), true)
  const existing = new Set([...posts.flatMap(slugsOf), ...drafts])
  const moved = posts.filter((post) => !post.draft && isMoved(post)).map(({ url }) => canonicalPath(url))
  // A post may have another URL than the address that a redirect names: one redirect instead of two.
  const urls = new Map(posts.map(({ slug, url }) => [postUrl(slug), url]))
  const toCurrent = (redirect: Redirect): Redirect => ({
    ...redirect,
    to: urls.get(redirect.to) ?? redirect.to,
  })
  return {
    version,
    publications: posts
      .filter(({ draft, date }) => !draft && date > now)
      .map(({ date }) => date)
      .sort(),
    gone: [...known.filter((slug) => !existing.has(slug)), ...findGonePaths(publicPosts, posts, existing)],
    redirects: [
      ...posts.filter(({ draft }) => !draft).flatMap((post) => aliasesOf(post, now)),
      ...redirects.map(toCurrent),
    ],
    ...(moved.length > 0 && { moved }),
    // The default URLs of posts with another one redirect.
    urls: [
      ...listUrls({ site, posts, series, pages }),
      ...posts.filter(isMoved).map(({ slug }) => canonicalPath(postUrl(slug))),
    ],
    languages: languagesOf(site).slice(1),
    sources: policySources(site, existsSync(slotsFile) ? readFileSync(slotsFile, 'utf8') : ''),
    files: Object.fromEntries(files.map((file) => [file.path, siteFileTarget(file)])),
  }
}

/** Paths of deleted posts whose URL had another pattern than `/posts/:slug`. @param existing slugs of posts that exist */
function findGonePaths(
  publicPosts: readonly Post[],
  posts: readonly Post[],
  existing: ReadonlySet<string>,
): string[] {
  const before = readJson<Record<string, string>>(knownPaths) ?? {}
  const moved = publicPosts.filter(isMoved)
  const known = { ...before, ...Object.fromEntries(moved.map(({ slug, url }) => [canonicalPath(url), slug])) }
  if (JSON.stringify(known) !== JSON.stringify(before))
    writeAtomically(knownPaths, JSON.stringify(known), true)
  const used = new Set(posts.map(({ url }) => canonicalPath(url)))
  return Object.entries(known).flatMap(([path, slug]) => (existing.has(slug) || used.has(path) ? [] : path))
}

/** The old addresses of a post. @param now ISO 8601 */
function aliasesOf({ aliases, url, date }: Post, now: string): Redirect[] {
  return aliases.map((from) => ({ from, to: url, ...(date > now && { since: date }) }))
}

/** Slugs of a post: its own and those of its aliases. */
function slugsOf({ slug, aliases }: Post): string[] {
  return [slug, ...aliases.flatMap((alias) => decodeURI(alias).split('/posts/')[1] ?? [])]
}

/** Path below `.lemma/` → path of the file to copy. */
function collectFiles(
  { posts, series, pages, files: own }: Published,
  compiled: CompiledByFile,
): Map<string, string> {
  const files = new Map<string, string>()
  const addFile = ({ url, source }: PublishedFile) =>
    files.set(decodeURIComponent(url.slice(1)), join(contentRoot, source))
  for (const { body, file } of [...posts, ...series, ...pages]) {
    if (!body) continue
    files.set(join('bodies', bodyFile(body)), join(bodyStore, bodyFile(body)))
    const { assets, files: linked = [] } = compiled.get(file)?.compiled ?? { assets: [] }
    for (const published of [...assets, ...linked]) addFile(published)
  }
  for (const { cover } of posts) if (cover) addFile(cover)
  for (const file of own) files.set(siteFileTarget(file), file.source)
  return files
}

/** Publish a body or an image. Its path contains a hash of its content: a file that exists is up to date. */
function publishFile(target: string, origin: string): void {
  const path = join(publishedRoot, target)
  if (existsSync(path)) return
  if (target.startsWith('bodies')) publishBody(origin, path)
  // The image of a last good version may have been deleted.
  else if (existsSync(origin)) publishImage(origin, path)
}

/** Neither file is ever modified, so a hard link is enough. */
function publishBody(origin: string, path: string): void {
  if (!isBodyWhole(dirname(origin), basename(origin, '.br'))) throw new DamagedFile(origin)
  mkdirSync(dirname(path), { recursive: true })
  try {
    linkSync(origin, path)
  } catch {
    copyAtomically(origin, path)
  }
}

/** Copy an image, or a file of the site: the author may modify the original at any time. */
function publishImage(origin: string, path: string): void {
  const data = readFileSync(origin)
  if (hashImage(data) !== basename(dirname(path)))
    throw new Error(translate`${origin} changed while it was being published.`)
  writeAtomically(path, data)
}
