import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { deserialize, serialize } from 'node:v8'
import { gunzip, gzip } from 'node:zlib'
import { createClient } from '@redis/client'
import { translate } from '../../site/messages/translate.mjs'
import type { PageEntry } from './page-store'

/** Milliseconds after which a read is given up and the page is rendered here. */
const readTimeout = 150
/** Milliseconds without reads and writes after one failed. */
const pause = 5_000
/** Seconds that a page is kept: a page is rendered again within two days (`cacheContent`). */
const lifetime = 2 * 24 * 60 * 60
/** Messages that the stream keeps, about. An instance that missed more expires everything. */
const keptMessages = 10_000
const stream = 'lemma:tags'

/** Milliseconds until the next attempt to connect. */
const reconnectDelay = (attempt: number) => Math.min(100 * 2 ** attempt, 2_000)

/** Shares expired tags and rendered pages between the instances of one site, through Redis. */
export interface SharedCache {
  /** Expire tags on the other instances; while Redis is unavailable, later. */
  expire(tags: readonly string[]): Promise<void>
  /** A page that an instance rendered; undefined if there is none or Redis is slow or unavailable. */
  read(key: string): Promise<PageEntry | undefined>
  /** Store a page for the other instances. Never throws. */
  write(key: string, entry: PageEntry): Promise<void>
}

/**
 * Join the instances that share a Redis. Requests neither fail nor wait longer than `readTimeout` because of it: while
 * Redis is unavailable, each instance serves by itself.
 *
 * Expired tags are appended to a stream, which every instance reads as it grows: no request checks in Redis whether its page is
 * stale. Pages are stored by the version of the content, so an instance with older content neither reads nor replaces a
 * page of newer content.
 *
 * @param expireHere called with the tags that expired on another instance
 */
export function joinSharedCache(url: string, expireHere: (tags: readonly string[]) => void): SharedCache {
  const { client, reader } = openClients(url)
  const instance = randomUUID()
  const status = logStatus()
  const outbox = createOutbox(async (tags) => {
    const message = { instance, tags: JSON.stringify(tags) }
    await client.xAdd(stream, '*', message, {
      TRIM: { strategy: 'MAXLEN', strategyModifier: '~', threshold: keptMessages },
    })
  }, status.isDown)
  const prefix = `lemma:pages:${readBuildId()}:`
  let pausedUntil = 0
  const fail = (error: unknown) => {
    pausedUntil = Date.now() + pause
    status.isDown(error)
  }
  const isUsable = () => client.isReady && Date.now() >= pausedUntil

  client.on('error', status.isDown)
  client.on('ready', () => {
    pausedUntil = 0
    status.isUp()
    void outbox.send([])
  })
  // Ignored, because the same errors are reported for `client`.
  reader.on('error', () => {})
  client.connect().catch(() => {})
  void followStream(reader, instance, expireHere)

  return {
    async expire(tags) {
      await within(readTimeout, outbox.send(tags)).catch(() => {})
    },
    async read(key) {
      if (!isUsable()) return undefined
      try {
        const stored = await within(readTimeout, client.withTypeMapping({ 36: Buffer }).get(prefix + key))
        return stored ? deserialize(await promisify(gunzip)(stored as unknown as Buffer)) : undefined
      } catch (error) {
        fail(error)
        return undefined
      }
    },
    async write(key, entry) {
      if (!isUsable()) return
      try {
        const value = await promisify(gzip)(serialize(entry), { level: 1 })
        await within(pause, client.set(prefix + key, value, { expiration: { type: 'EX', value: lifetime } }))
        status.isUp()
      } catch (error) {
        // Redis is full or became unavailable: the page stays in this instance.
        fail(error)
      }
    },
  }
}

/** A client for pages, and one whose connection waits for the stream. */
function openClients(url: string) {
  const socket = { connectTimeout: 1_000, reconnectStrategy: reconnectDelay }
  const client = createClient({ url, socket, disableOfflineQueue: true, pingInterval: 10_000 })
  // A read of the stream ends after half a minute, so a connection without data for longer is broken.
  const reader = client.duplicate({ socket: { ...socket, socketTimeout: 60_000 } })
  return { client, reader }
}

/** Expire here what other instances append to the stream, for as long as the process runs. */
async function followStream(
  reader: ReturnType<typeof openClients>['reader'],
  instance: string,
  expireHere: (tags: readonly string[]) => void,
): Promise<void> {
  await reader.connect().catch(() => {})
  let last = ''
  let wasConnected = false
  for (;;) {
    try {
      if (!last) {
        const newest = await reader.xRevRange(stream, '+', '-', { COUNT: 1 })
        last = newest?.[0]?.id ?? '0-0'
        // Tags that were appended while Redis was unavailable may be missing, so everything expires.
        if (wasConnected) expireHere(['content'])
        wasConnected = true
      }
      const found = (await reader.xRead({ key: stream, id: last }, { BLOCK: 30_000, COUNT: 100 })) as
        | { messages: { id: string; message: Record<string, string> }[] }[]
        | null
      for (const { id, message } of found?.[0]?.messages ?? []) {
        last = id
        if (message.instance !== instance) expireHere(JSON.parse(message.tags ?? '[]'))
      }
    } catch {
      last = ''
      await new Promise((resolve) =>
        reader.isReady ? setTimeout(resolve, 100) : reader.once('ready', resolve),
      )
    }
  }
}

/** Sends tags, and sends them again until that succeeds. */
function createOutbox(
  append: (tags: readonly string[]) => Promise<void>,
  onError: (error: unknown) => void,
): { send(tags: readonly string[]): Promise<void> } {
  const unsent = new Set<string>()
  let retry: NodeJS.Timeout | undefined
  const send = async (tags: readonly string[]): Promise<void> => {
    for (const tag of tags) unsent.add(tag)
    if (unsent.size === 0) return
    const sending = [...unsent]
    try {
      await append(sending)
      for (const tag of sending) unsent.delete(tag)
    } catch (error) {
      onError(error)
      clearTimeout(retry)
      retry = setTimeout(() => void send([]), 1_000)
    }
  }
  return { send }
}

/** Logs when Redis becomes available or unavailable, once for each change. */
function logStatus() {
  let isUp: boolean | undefined
  return {
    isUp(): void {
      if (isUp) return
      isUp = true
      console.log(translate`Redis connected; sharing pages and expired tags.`)
    },
    isDown(error: unknown): void {
      if (isUp === false) return
      isUp = false
      console.error(
        translate`Redis unavailable (${String(error)}); serving without shared cache, reconnecting.`,
      )
    },
  }
}

/** @param duration milliseconds */
function within<T>(duration: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(translate`Redis took longer than ${duration} ms.`)),
      duration,
    )
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

/** Only instances of the same build share pages: another build may render them differently. */
function readBuildId(): string {
  return readFileSync(join(process.cwd(), '.next', 'BUILD_ID'), 'utf8').trim()
}
