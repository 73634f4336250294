import { createHash } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { LRUCache } from 'lru-cache'

/** A rendered page, route or fetch, as Next gives it to a cache handler. */
export interface CachedValue {
  kind: string
  html?: string
  rscData?: Buffer
  body?: Buffer
  headers?: Record<string, unknown>
  status?: number
  segmentData?: Map<string, Buffer>
  postponed?: unknown
  tags?: string[]
}

export interface PageEntry {
  value: CachedValue
  /** When its rendering began, in milliseconds. */
  lastModified: number
  /** Seconds until it is rendered again. */
  cacheControl?: { revalidate?: number | false; expire?: number | undefined } | undefined
}

/** What was read from the page cache, and what is in its memory. */
export interface PageStatistics {
  /** Reads that found the page in memory. */
  memory: number
  /** Reads that found it in a file. */
  disk: number
  /** Reads that did not find it. */
  none: number
  /** Bytes in memory. */
  bytes: number
}

/** Bytes of the entries that are kept in memory: about a hundred pages of mathematics. All others are read from disk. */
const capacity = 24 * 1024 * 1024

/**
 * The entries of the page cache: in memory, and beyond its capacity in files.
 *
 * @param folder of the files; undefined keeps entries in memory only. It belongs to this process, which empties it: nothing
 * records whether tags expired while no server ran
 */
export function openPageStore(folder: string | undefined) {
  const memory = new LRUCache<string, PageEntry>({
    maxSize: capacity,
    sizeCalculation: ({ value }) => sizeOf(value),
  })
  const isWritable = folder !== undefined && emptyFolder(folder)
  const fileOf = (key: string) =>
    isWritable ? join(folder, createHash('sha256').update(key).digest('hex').slice(0, 32)) : undefined

  const reads = { memory: 0, disk: 0, none: 0 }
  const readFromDisk = async (key: string): Promise<PageEntry | undefined> => {
    const file = fileOf(key)
    if (!file) return undefined
    try {
      const entry = deserialize(await readFile(file)) as PageEntry
      // Another request may have rendered the page in the meantime.
      const newer = memory.get(key)
      if (newer) return newer
      memory.set(key, entry)
      return entry
    } catch {
      // There is no such file, or it is damaged: the page is rendered again.
      return undefined
    }
  }

  return {
    statistics: (): PageStatistics => ({ ...reads, bytes: memory.calculatedSize }),

    /** The entry in memory, without reading a file. */
    peek: (key: string): PageEntry | undefined => memory.peek(key),

    async read(key: string): Promise<PageEntry | undefined> {
      const known = memory.get(key)
      if (known) {
        reads.memory++
        return known
      }
      const entry = await readFromDisk(key)
      reads[entry ? 'disk' : 'none']++
      return entry
    },

    /** @param isPersistent false keeps the entry in memory only */
    async write(key: string, entry: PageEntry, isPersistent = true): Promise<void> {
      memory.set(key, entry)
      const file = fileOf(key)
      if (!file || !isPersistent) return
      const temporary = `${file}.${process.hrtime.bigint()}`
      try {
        await writeFile(temporary, serialize(entry))
        await rename(temporary, file)
      } catch {
        // If the disk is full, the page is rendered again after it is evicted from memory.
        await rm(temporary, { force: true }).catch(() => {})
      }
    },

    async delete(key: string): Promise<void> {
      memory.delete(key)
      const file = fileOf(key)
      if (file) await rm(file, { force: true }).catch(() => {})
    },
  }
}

/** @returns false if the folder is not writable, as in a serverless function: pages are then kept in memory only */
function emptyFolder(folder: string): boolean {
  try {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    return true
  } catch {
    return false
  }
}

/** Bytes of an entry in memory. A string with Han characters takes two bytes for each of its characters. */
function sizeOf({ html = '', rscData, body, segmentData }: CachedValue): number {
  const segments = [...(segmentData?.values() ?? [])].reduce((sum, { length }) => sum + length, 0)
  return 1024 + 2 * html.length + (rscData?.length ?? 0) + (body?.length ?? 0) + segments
}
