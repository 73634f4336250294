import { existsSync, readFileSync } from 'node:fs'
import { translate } from '../../site/messages/translate.mjs'
import { plural } from '../../site/plural.mjs'
import { writeAtomically } from '../../store/store'
import type { AnnouncedPages } from './changes'
import type { Receiver } from './receivers'

/** Milliseconds until a failed request is repeated: doubled after each failure in a row. */
const firstDelay = 5_000
const maxDelay = 6 * 3_600_000
/** Milliseconds after which the URLs for a failing receiver are discarded: by then it has read the sitemap. */
const maxAge = 30 * 24 * 3_600_000
/** Maximum number of URLs in the queue of a receiver; the oldest are discarded. */
const maxQueued = 100_000
/** How long a receiver may take to respond, in milliseconds. */
const timeout = 10_000

/** The queue of one receiver. */
interface ReceiverQueue {
  /** A sequence number by URL. A URL that is queued again while it is sent gets a new one and stays in the queue. */
  urls: Record<string, number>
  /** Number of failures in a row. */
  failures: number
  /** Time of the first of these failures, in milliseconds since the epoch. */
  since?: number
  /** Time of the next request, in milliseconds since the epoch. */
  due: number
  /** Reason of the last failure. */
  error?: string
}

interface State {
  /** The pages that were compared last; undefined before the first comparison. */
  known?: AnnouncedPages
  waiting: Record<string, ReceiverQueue>
}

/** The changes to announce, stored on disk so that a restart loses none. */
export interface Queue {
  /** The pages that were announced last; undefined before the first comparison. */
  announced(): AnnouncedPages | undefined
  /** Store the announced pages, and add URLs to the queue of each receiver. */
  add(announced: AnnouncedPages, urls: ReadonlyMap<Receiver, readonly string[]>): void
  /** Send the requests that are due. Never throws. */
  send(): Promise<void>
  /** Time of the next request; undefined if the queue is empty. */
  due(): number | undefined
  /** By receiver: the number of queued URLs, failures in a row, and the reason of the last one. */
  status(): Record<string, { waiting: number; failures: number; error?: string }>
}

/** Open the queue that is stored in a file. */
export function openQueue(file: string, receivers: readonly Receiver[]): Queue {
  const state = read(file)
  let sequence = Date.now()
  const save = () => writeAtomically(file, JSON.stringify(state))
  const queueOf = ({ name }: Receiver) => (state.waiting[name] ??= { urls: {}, failures: 0, due: 0 })
  const isWaiting = (receiver: Receiver) => Object.keys(queueOf(receiver).urls).length > 0

  return {
    announced: () => state.known,
    add(announced, urls) {
      state.known = announced
      sequence++
      for (const [receiver, list] of urls) {
        const waiting = queueOf(receiver)
        for (const url of list) waiting.urls[url] = sequence
        discardOldest(receiver, waiting)
      }
      save()
    },
    async send() {
      await Promise.all(receivers.map(sendTo))
    },
    due() {
      const all = receivers.filter(isWaiting).map((receiver) => queueOf(receiver).due)
      return all.length > 0 ? Math.min(...all) : undefined
    },
    status() {
      return Object.fromEntries(
        receivers.map((receiver) => {
          const { urls, failures, error } = queueOf(receiver)
          return [receiver.name, { waiting: Object.keys(urls).length, failures, ...(error && { error }) }]
        }),
      )
    },
  }

  async function sendTo(receiver: Receiver): Promise<void> {
    const waiting = queueOf(receiver)
    while (isWaiting(receiver) && waiting.due <= Date.now()) {
      const batch = Object.entries(waiting.urls).slice(0, receiver.maxUrls)
      const failure = await request(
        receiver,
        batch.map(([url]) => url),
      )
      if (failure) {
        recordFailure(receiver, waiting, failure)
      } else {
        for (const [url, number] of batch) if (waiting.urls[url] === number) delete waiting.urls[url]
        waiting.failures = 0
        delete waiting.since
        delete waiting.error
        console.log(translate`Announced ${count(batch.length)} to ${receiver.name}.`)
      }
      save()
    }
  }
}

/** Schedule a retry, or discard the queue of a receiver that has failed for too long. */
function recordFailure({ name }: Receiver, waiting: ReceiverQueue, { message, delay }: Failure): void {
  waiting.failures++
  waiting.error = message
  waiting.since ??= Date.now()
  const number = Object.keys(waiting.urls).length
  if (Date.now() - waiting.since >= maxAge) {
    console.error(translate`${name} has failed for 30 days (${message}); discarding ${count(number)}.`)
    Object.assign(waiting, { urls: {}, failures: 0, due: 0 })
    delete waiting.since
    return
  }
  const wait = Math.max(delay, Math.min(maxDelay, firstDelay * 2 ** (waiting.failures - 1)))
  waiting.due = Date.now() + wait
  console.error(
    translate`Announcing ${count(number)} to ${name} failed (${message}); retrying in ${wait / 1000} s.`,
  )
}

/** Discard the oldest URLs if the queue of a receiver is too long. */
function discardOldest({ name }: Receiver, waiting: ReceiverQueue): void {
  const entries = Object.entries(waiting.urls)
  const surplus = entries.length - maxQueued
  if (surplus <= 0) return
  entries.sort(([, a], [, b]) => b - a)
  waiting.urls = Object.fromEntries(entries.slice(0, maxQueued))
  console.error(translate`The queue for ${name} exceeds ${maxQueued} URLs; discarding the oldest ${surplus}.`)
}

interface Failure {
  message: string
  /** Delay that the receiver requested by `Retry-After`, in milliseconds. */
  delay: number
}

/** Send one request. @returns the failure, if it failed */
async function request(receiver: Receiver, urls: readonly string[]): Promise<Failure | undefined> {
  try {
    const response = await fetch(receiver.request(urls), { signal: AbortSignal.timeout(timeout) })
    if (response.ok) {
      await response.body?.cancel()
      return undefined
    }
    const seconds = Number(response.headers.get('retry-after'))
    const delay = seconds > 0 ? Math.min(maxDelay, seconds * 1000) : 0
    return { message: `${response.status} ${await readStart(response)}`.trim(), delay }
  } catch (error) {
    const { cause, message } = error as Error
    return { message: cause instanceof Error ? cause.message : message, delay: 0 }
  }
}

/** Read the first characters of a response, without waiting for the rest. */
async function readStart(response: Response): Promise<string> {
  const reader = response.body?.getReader()
  const { value } = (await reader?.read()) ?? {}
  await reader?.cancel()
  return new TextDecoder().decode(value?.subarray(0, 200)).replace(/\s+/g, ' ')
}

function read(file: string): State {
  try {
    if (existsSync(file)) return { waiting: {}, ...JSON.parse(readFileSync(file, 'utf8')) }
  } catch {
    console.error(translate`${file} is damaged (not JSON); its queued announcements are lost.`)
  }
  return { waiting: {} }
}

function count(number: number): string {
  return plural(number, 'URL')
}
