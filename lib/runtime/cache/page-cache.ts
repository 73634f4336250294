// Next's `cacheHandler` for rendered pages (node_modules/next/dist/docs, `incrementalCacheHandlerPath`). Next imports it
// outside of its bundles, so `lib/cli/programs.mjs` bundles it. `next build` and Vercel do not use it.
import { join } from 'node:path'
import { siteFolder } from '../../site/folders.mjs'
import { areExpiredSince, expireTags } from './expired-tags'
import { type CachedValue, openPageStore, type PageEntry } from './page-store'
import { readPublishedState } from './published-state'
import { type ServedEntry, servedEntries } from './served-entries'

const isBuild = process.env.NEXT_PHASE === 'phase-production-build'
const redis = isBuild ? undefined : process.env.REDIS_URL
// Imported only if REDIS_URL is set: most sites have no Redis.
const shared = redis ? (await import('./shared-cache')).joinSharedCache(redis, expireTags) : undefined
/** Instances with a shared cache may also share a folder, so they write no files. */
const store = openPageStore(isBuild || shared ? undefined : join(siteFolder(), '.next/cache/pages'))

interface GetContext {
  kind: string
  tags?: string[]
  softTags?: string[]
}

interface SetContext {
  cacheControl?: PageEntry['cacheControl']
  tags?: string[]
}

/**
 * The page cache of our own server. Besides what every cache handler does, it is exact when content changes at known
 * instants:
 *
 * - a stale page is never served: the request that finds one waits for the new page;
 * - a page that was rendered before a scheduled post appeared is stale when it appears;
 * - a page whose rendering began before its tags expired, and ended after, is not stored;
 * - with REDIS_URL, instances share expired tags and rendered pages (`shared-cache.ts`).
 */
export default class PageCache {
  /** Next creates a handler for each request, so no rendering that this one stores began earlier. */
  #began = Date.now()

  async get(key: string, context: GetContext): Promise<PageEntry | null> {
    const softTags = [...(context.tags ?? []), ...(context.softTags ?? [])]
    const own = await store.read(key)
    const entry = own && !isStale(own) ? own : await this.#readShared(key)
    if (!entry || areExpiredSince(softTags, entry.lastModified)) return null
    servedEntries.getStore()?.push({ key, entry })
    return entry
  }

  async set(key: string, data: CachedValue | null, { cacheControl, tags = [] }: SetContext): Promise<void> {
    if (!data) return store.delete(key)
    if (areExpiredSince([...tagsOf(data), ...tags], this.#began)) return
    const value = prepare(data, this.#began)
    const entry: PageEntry = { value, lastModified: this.#began, cacheControl }
    // Anyone can request any number of URLs that do not exist; memory is bounded, the disk is not.
    const exists = data.status !== 404
    await store.write(key, entry, exists)
    const version = readPublishedState()?.version
    if (shared && version && exists) void shared.write(`${version}:${key}`, entry)
  }

  async revalidateTag(tags: string | string[]): Promise<void> {
    const names = [tags].flat()
    expireTags(names)
    await shared?.expire(names)
  }

  resetRequestCache(): void {}

  /** A page that another instance rendered from the same content. */
  async #readShared(key: string): Promise<PageEntry | undefined> {
    const version = readPublishedState()?.version
    const entry = version && (await shared?.read(`${version}:${key}`))
    if (!entry || isStale(entry)) return undefined
    await store.write(key, entry)
    return entry
  }
}

/** What was read from the page cache of this process, and what is in its memory. */
export const pageStatistics = store.statistics

/** Would the page cache serve this entry again? */
export function isCurrent({ key, entry }: ServedEntry): boolean {
  return store.peek(key) === entry && !isStale(entry)
}

/** Has a tag of this entry expired, a scheduled post appeared, or its lifetime ended, since its rendering began? */
function isStale({ value, lastModified, cacheControl }: PageEntry): boolean {
  const now = Date.now()
  const { revalidate } = cacheControl ?? {}
  if (typeof revalidate === 'number' && lastModified + revalidate * 1000 <= now) return true
  const publications = readPublishedState()?.publications ?? []
  if (publications.some((instant) => lastModified < instant && instant <= now)) return true
  return areExpiredSince(tagsOf(value), lastModified)
}

/** A page as it is stored: with the date that Next does not send. */
function prepare(value: CachedValue, lastModified: number): CachedValue {
  const headers = { ...value.headers, 'last-modified': new Date(lastModified).toUTCString() }
  return value.kind === 'APP_PAGE' || value.kind === 'APP_ROUTE' ? { ...value, headers } : value
}

function tagsOf({ headers, tags = [] }: CachedValue): string[] {
  const header = headers?.['x-next-cache-tags']
  return typeof header === 'string' ? [...tags, ...header.split(',')] : tags
}
