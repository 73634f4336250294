// Next's `cacheHandlers.default`, for `'use cache'` (node_modules/next/dist/docs, `cacheHandlers`): in memory, with the
// tags of the page cache, so that tags that expire on another instance expire here too. Next imports it outside of its bundles.
import { LRUCache } from 'lru-cache'
import type { CacheEntry, CacheHandler } from 'next/cache'
import { areExpiredSince, expireTags, lastExpiration } from './expired-tags'

type StoredEntry = Omit<CacheEntry, 'value'> & { value: Uint8Array }

/** Bytes of the values that are kept. */
const capacity = 24 * 1024 * 1024

const entries = new LRUCache<string, StoredEntry>({
  maxSize: capacity,
  sizeCalculation: ({ value }) => 1024 + value.byteLength,
})
/** Entries that are being generated, by key: a second request for one waits. */
const pending = new Map<string, Promise<void>>()

const handler: CacheHandler = {
  async get(key) {
    await pending.get(key)
    const entry = entries.get(key)
    if (!entry) return undefined
    // A stale entry is never used, not even once: a page made of it would be stored.
    const isOld = Date.now() >= entry.timestamp + entry.revalidate * 1000
    if (isOld || areExpiredSince(entry.tags, entry.timestamp)) return undefined
    return { ...entry, value: toStream(entry.value) }
  },

  async set(key, pendingEntry) {
    const stored = store(key, pendingEntry).catch(() => {
      // The rendering was interrupted: its value is incomplete.
    })
    pending.set(key, stored)
    await stored
    if (pending.get(key) === stored) pending.delete(key)
  },

  async refreshTags() {},

  async getExpiration(tags) {
    return lastExpiration(tags)
  },

  async updateTags(tags) {
    expireTags(tags)
  },
}

export default handler

async function store(key: string, pendingEntry: Promise<CacheEntry>): Promise<void> {
  const entry = await pendingEntry
  const value = new Uint8Array(await new Response(entry.value).arrayBuffer())
  entries.set(key, { ...entry, value })
}

function toStream(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes)
      controller.close()
    },
  })
}
