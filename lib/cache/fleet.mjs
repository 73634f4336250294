// What the instances of a fleet share through Redis: expired tags, and rendered pages.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { deserialize, serialize } from 'node:v8'
import { gunzip, gzip } from 'node:zlib'
import { createClient } from '@redis/client'

/** A page is not waited for longer than this; then it is rendered here. Milliseconds. */
const longestRead = 150
/** After a read that failed, none is tried for this long. Milliseconds. */
const pause = 5_000
/** A shared page is as old as this at most: none lives longer without being made anew (`cacheContent`). Seconds. */
const longestLife = 2 * 24 * 60 * 60
/** How many expired tags the stream keeps, about. An instance that missed more makes everything anew. */
const keptTags = 10_000
const stream = 'lemma:tags'

/** @typedef {{ lastModified?: number, value: any, cacheControl?: any }} Entry */

/**
 * Join the fleet that shares a Redis. Nothing here ever delays a page by more than `longestRead`, nor fails: while
 * Redis is away each instance is on its own, and when it is back they are one again.
 *
 * Tags that expire are appended to a stream, which every instance reads as it grows: no request asks Redis whether
 * its page is still valid. Pages are stored by the content they were made of, so that an instance which has older
 * content never shows, nor spoils, a page of newer content.
 *
 * @param {string} url
 */
export function openFleet(url) {
  const socket = {
    connectTimeout: 1_000,
    /** @param {number} attempt */
    reconnectStrategy: (attempt) => Math.min(100 * 2 ** attempt, 2_000),
  }
  const client = createClient({ url, socket, disableOfflineQueue: true, pingInterval: 10_000 })
  // A read of the stream ends every half minute: a connection that is silent for longer is dead.
  const reader = client.duplicate({ socket: { ...socket, socketTimeout: 60_000 } })
  /** @type {(tags: string[]) => unknown} */
  let expireHere = () => {}
  /** Tags that expired here while Redis was away. @type {Set<string>} */
  const unsent = new Set()
  const prefix = `lemma:pages:${buildId()}:`
  let resting = 0
  /** Unknown at first: an absent Redis is told of. @type {boolean | undefined} */
  let isUp
  /** @type {NodeJS.Timeout | undefined} */
  let retry

  const say = (/** @type {boolean} */ up, /** @type {unknown} */ error) => {
    if (up === isUp) return
    isUp = up
    if (up) console.log('Redis is there: pages and expired tags are shared.')
    else console.error('Redis is away: this instance is on its own until it is back.', String(error))
  }
  client.on('error', (error) => say(false, error))
  client.on('ready', () => {
    resting = 0
    say(true, undefined)
    send([])
  })
  reader.on('error', () => {})
  client.connect().catch(() => {})
  follow()

  /** Read the stream as it grows, for ever. */
  async function follow() {
    await reader.connect().catch(() => {})
    let last = ''
    let wasThere = false
    for (;;) {
      try {
        if (!last) {
          const newest = await reader.xRevRange(stream, '+', '-', { COUNT: 1 })
          last = newest?.[0]?.id ?? '0-0'
          // What was missed while Redis was away cannot be known: everything is made anew, once.
          if (wasThere) expireHere(['content'])
          wasThere = true
        }
        const found = /** @type {any} */ (
          await reader.xRead({ key: stream, id: last }, { BLOCK: 30_000, COUNT: 100 })
        )
        for (const { id, message } of found?.[0]?.messages ?? []) {
          last = id
          expireHere(JSON.parse(message.tags))
        }
      } catch {
        last = ''
        await new Promise((resolve) =>
          reader.isReady ? setTimeout(resolve, 100) : reader.once('ready', resolve),
        )
      }
    }
  }

  /** Tell the others what expired; what Redis does not take now is told later. @param {string[]} tags */
  async function send(tags) {
    for (const tag of tags) unsent.add(tag)
    if (unsent.size === 0) return
    const sending = [...unsent]
    try {
      const message = { tags: JSON.stringify(sending) }
      const trim = /** @type {const} */ ({ strategy: 'MAXLEN', strategyModifier: '~', threshold: keptTags })
      await client.xAdd(stream, '*', message, { TRIM: trim })
      for (const tag of sending) unsent.delete(tag)
    } catch (error) {
      say(false, error)
      clearTimeout(retry)
      retry = setTimeout(() => send([]), 1_000)
    }
  }

  return {
    /** Have tags expired here that expire elsewhere. @param {(tags: string[]) => unknown} callback */
    onExpired(callback) {
      expireHere = callback
    },

    /** Tell the others; later, where Redis is away. @param {string[]} tags */
    async expire(tags) {
      await within(longestRead, send(tags)).catch(() => {})
    },

    /** A page that some instance rendered. @param {string} key @returns {Promise<Entry | undefined>} */
    async read(key) {
      if (!client.isReady || Date.now() < resting) return undefined
      try {
        const stored = await within(longestRead, client.withTypeMapping({ 36: Buffer }).get(prefix + key))
        return stored ? deserialize(await promisify(gunzip)(/** @type {any} */ (stored))) : undefined
      } catch (error) {
        resting = Date.now() + pause
        say(false, error)
        return undefined
      }
    },

    /** Give a page to the others. Nobody waits for it. @param {string} key @param {Entry} entry */
    async write(key, entry) {
      if (!client.isReady || Date.now() < resting) return
      try {
        const expiration = /** @type {const} */ ({ type: 'EX', value: longestLife })
        const value = await promisify(gzip)(serialize(entry), { level: 1 })
        await within(pause, client.set(prefix + key, value, { expiration }))
        say(true, undefined)
      } catch (error) {
        // Full, or gone meanwhile: the page is kept here.
        resting = Date.now() + pause
        say(false, error)
      }
    },
  }
}

/**
 * @template T
 * @param {number} duration milliseconds
 * @param {Promise<T>} promise
 * @returns {Promise<T>}
 */
function within(duration, promise) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Redis took longer than ${duration} ms.`)), duration)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

/** Instances of one build share pages: another build renders them differently. */
function buildId() {
  return readFileSync(join(process.cwd(), '.next', 'BUILD_ID'), 'utf8').trim()
}
