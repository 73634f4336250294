// Which pages the cache gave out while a request was answered: what `lib/server/replay.mjs` may answer by itself.
import { AsyncLocalStorage } from 'node:async_hooks'

/** @typedef {{ key: string, entry: import('./page-cache.mjs').Entry }} GivenPage an entry, as it lies in memory */

/** @type {AsyncLocalStorage<GivenPage[]>} */
export const given = new AsyncLocalStorage()
