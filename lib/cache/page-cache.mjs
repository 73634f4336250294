// The cache of rendered pages on a server of one's own: Next's own, in memory and on disk, made exact.
// It runs as it stands, outside Next's bundles: plain JavaScript.
import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { openFleet } from './fleet.mjs'
import { given } from './given.mjs'
import { readState } from './state.mjs'

// The very modules that Next's own code requires: expired tags are kept in one of them.
const require = createRequire(import.meta.url)
const incrementalCache = 'next/dist/server/lib/incremental-cache'
/** @type {typeof import('next/dist/server/lib/incremental-cache/file-system-cache.js')} */
const { default: FileSystemCache } = require(`${incrementalCache}/file-system-cache.js`)
/** @type {typeof import('next/dist/server/lib/incremental-cache/tags-manifest.external.js')} */
const { areTagsExpired } = require(`${incrementalCache}/tags-manifest.external.js`)

const isBuild = process.env.NEXT_PHASE === 'phase-production-build'
const started = Date.now()
/** What the build rendered is of other content than what was published when this process began. */
const isBuildOld = !isBuild && isOtherContent()
const fleet = process.env.REDIS_URL && !isBuild ? openFleet(process.env.REDIS_URL) : undefined

/** @typedef {{ lastModified?: number, value: any, cacheControl?: { revalidate?: number | false, expire?: number } }} Entry */

/**
 * Next's page cache, with what it lacks where content changes at known instants:
 *
 * - a page made before a scheduled post appeared is not shown after it, not even once ("stale while revalidate");
 * - a page whose rendering began before its tags expired, and ended after, is not kept: it would stay for good;
 * - a deleted post answers 410 (`app/gone/page.tsx`);
 * - with REDIS_URL, expired tags and rendered pages are shared with the other instances (`fleet.mjs`).
 */
export default class PageCache extends FileSystemCache {
  /** Next's folder of what the build rendered. */
  #folder
  #flushesToDisk
  /** Next makes a cache for each request: no rendering that ends here began earlier. */
  #began = Date.now()

  /** @param {any} context */
  constructor(context) {
    super(context)
    this.#folder = context.serverDistDir
    // Instances of a fleet may share a folder, and each knows of its own expired tags alone.
    this.#flushesToDisk = context.flushToDisk && !fleet
    fleet?.onExpired((tags) => super.revalidateTag(tags, { expire: 0 }))
  }

  /** @override @param {[key: string, context: any]} args @returns {Promise<any>} */
  async get(...args) {
    const [key, context] = args
    const state = readState()
    if (context.kind === 'APP_PAGE' && isGone(key, state)) return this.#gonePage()
    const now = Date.now()
    const own = /** @type {Entry | null} */ (await super.get(key, context))
    const entry = own ?? (await this.#share(key, state))
    if (entry && !isOutlived(entry, state, now)) {
      given.getStore()?.push({ key, entry })
      return withDate(entry)
    }
    // Next waits for a new page where the old one is from no time at all.
    return entry && { ...entry, lastModified: -1 }
  }

  /** @override @param {[key: string, data: any, context: any]} args */
  async set(...args) {
    const [key, data, context] = args
    if (data && areTagsExpired(tagsOf(data), this.#began)) return
    // Anybody can ask for any number of addresses that show nothing: their pages stay in memory, which is bounded.
    const isShown = data?.status !== 404
    Reflect.set(this, 'flushToDisk', this.#flushesToDisk && isShown)
    await super.set(key, data, context)
    const state = readState()
    if (fleet && state && data && isShown) {
      fleet.write(`${state.version}:${key}`, {
        lastModified: this.#began,
        value: data,
        cacheControl: context.cacheControl,
      })
    }
  }

  /** @override @param {[tags: string | string[], durations?: { expire?: number }]} args */
  async revalidateTag(...args) {
    await super.revalidateTag(...args)
    await fleet?.expire([args[0]].flat())
  }

  /**
   * A page that another instance rendered from the same content; kept here from now on.
   * @param {string} key
   * @param {import('./state.mjs').State | undefined} state
   * @returns {Promise<Entry | null>}
   */
  async #share(key, state) {
    const entry = state && (await fleet?.read(`${state.version}:${key}`))
    if (!entry) return null
    if (areTagsExpired(tagsOf(entry.value), entry.lastModified ?? 0)) return null
    memory()?.set(key, entry)
    return entry
  }

  /** The build's own: whatever else is cached expires with the post that was deleted. */
  async #gonePage() {
    const file = join(this.#folder, 'app', 'gone')
    const [html, rscData] = await Promise.all([readFile(`${file}.html`, 'utf8'), readFile(`${file}.rsc`)])
    const value = { kind: 'APP_PAGE', html, rscData, headers: {}, status: 410 }
    return { lastModified: Date.now(), value, cacheControl: { revalidate: 60, expire: 300 } }
  }
}

/** Would the cache give out this very page again? @param {import('./given.mjs').GivenPage} page */
export function isCurrent({ key, entry }) {
  const state = readState()
  return (
    memory()?.get(key) === entry &&
    !areTagsExpired(tagsOf(entry.value), entry.lastModified ?? 0) &&
    !isOutlived(entry, state, Date.now()) &&
    !isGone(key, state)
  )
}

/** Next keeps its memory private. @returns {Map<string, Entry> | undefined} */
function memory() {
  return Reflect.get(FileSystemCache, 'memoryCache')
}

function isOtherContent() {
  const stamp = join(process.cwd(), '.next', 'lemma-build.json')
  return existsSync(stamp) && JSON.parse(readFileSync(stamp, 'utf8')).version !== readState()?.version
}

/**
 * Was this made before a scheduled post appeared, of other content, or longer ago than its lifetime?
 * @param {Entry} entry
 * @param {import('./state.mjs').State | undefined} state
 * @param {number} now
 */
function isOutlived({ lastModified, cacheControl }, state, now) {
  if (lastModified === undefined || lastModified < 0) return false
  if (isBuildOld && lastModified < started) return true
  const revalidate = cacheControl?.revalidate
  if (typeof revalidate === 'number' && lastModified + revalidate * 1000 <= now) return true
  return state?.publications.some((instant) => lastModified < instant && instant <= now) ?? false
}

/**
 * Next tells of a page's date nowhere.
 * @param {Entry} entry
 */
function withDate(entry) {
  const { lastModified, value } = entry
  if (!value?.headers || !lastModified || lastModified < 0) return entry
  const headers = { ...value.headers, 'last-modified': new Date(lastModified).toUTCString() }
  return { ...entry, value: { ...value, headers } }
}

/** @param {string} key @param {import('./state.mjs').State | undefined} state */
function isGone(key, state) {
  if (!state || state.gone.size === 0) return false
  const path = key.slice(key.lastIndexOf('/posts/'))
  if (!path.startsWith('/posts/')) return false
  try {
    return state.gone.has(decodeURIComponent(path.slice('/posts/'.length)).normalize('NFC'))
  } catch {
    return false
  }
}

/** @param {any} data @returns {string[]} */
function tagsOf(data) {
  const header = data.headers?.['x-next-cache-tags']
  return typeof header === 'string' ? header.split(',') : []
}
