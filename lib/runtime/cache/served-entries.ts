import { AsyncLocalStorage } from 'node:async_hooks'
import type { PageEntry } from './page-store'

/** An entry of the page cache, as it is in memory. */
export interface ServedEntry {
  key: string
  entry: PageEntry
}

/** The entries that the page cache returned during a request (`lib/runtime/server/replay-responses.ts` reads them). */
export const servedEntries = new AsyncLocalStorage<ServedEntry[]>()
