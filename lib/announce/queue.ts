import { existsSync, readFileSync } from 'node:fs'
import { writeAtomically } from '../store/store'
import type { KnownPages } from './changes'
import type { Receiver } from './receivers'

/** Milliseconds until a request that failed is made again: twice as many after each failure in a row. */
const firstPause = 5_000
const longestPause = 6 * 3_600_000
/** What a receiver does not take for so long is given up, in milliseconds: by then it has read the sitemap. */
const longestWait = 30 * 24 * 3_600_000
/** So many addresses wait for a receiver; of more, those noted last. */
const mostWaiting = 100_000
/** How long a receiver may take to answer, in milliseconds. */
const timeout = 10_000

/** What one receiver still has to hear. */
interface Waiting {
  /** When each address was noted, counted: one that is noted again while it is sent stays. */
  urls: Record<string, number>
  /** In a row. */
  failures: number
  /** When the first of them was, in milliseconds since the epoch. */
  since?: number
  /** When the next request is made, in milliseconds since the epoch. */
  due: number
  /** What went wrong last. */
  error?: string
}

interface State {
  /** What was compared last; none before the first time. */
  known?: KnownPages
  waiting: Record<string, Waiting>
}

/** What waits to be announced, on the disk: a restart loses nothing. */
export interface Queue {
  known(): KnownPages | undefined
  /** Remember what is known now, and add the addresses that each receiver is to hear. */
  add(known: KnownPages, urls: ReadonlyMap<Receiver, readonly string[]>): void
  /** Make the requests that are due. Never throws. */
  send(): Promise<void>
  /** When the next request is due; undefined where nothing waits. */
  due(): number | undefined
  /** By receiver: how many addresses wait, failures in a row, and what went wrong. */
  status(): Record<string, { waiting: number; failures: number; error?: string }>
}

/** Open the queue that is kept in a file. */
export function openQueue(file: string, receivers: readonly Receiver[]): Queue {
  const state = read(file)
  let noted = Date.now()
  const save = () => writeAtomically(file, JSON.stringify(state))
  const waitingOf = ({ name }: Receiver) => (state.waiting[name] ??= { urls: {}, failures: 0, due: 0 })
  const isWaiting = (receiver: Receiver) => Object.keys(waitingOf(receiver).urls).length > 0

  return {
    known: () => state.known,
    add(known, urls) {
      state.known = known
      noted++
      for (const [receiver, list] of urls) {
        const waiting = waitingOf(receiver)
        for (const url of list) waiting.urls[url] = noted
        bound(receiver, waiting)
      }
      save()
    },
    async send() {
      await Promise.all(receivers.map(sendTo))
    },
    due() {
      const all = receivers.filter(isWaiting).map((receiver) => waitingOf(receiver).due)
      return all.length > 0 ? Math.min(...all) : undefined
    },
    status() {
      return Object.fromEntries(
        receivers.map((receiver) => {
          const { urls, failures, error } = waitingOf(receiver)
          return [receiver.name, { waiting: Object.keys(urls).length, failures, ...(error && { error }) }]
        }),
      )
    },
  }

  async function sendTo(receiver: Receiver): Promise<void> {
    const waiting = waitingOf(receiver)
    while (isWaiting(receiver) && waiting.due <= Date.now()) {
      const batch = Object.entries(waiting.urls).slice(0, receiver.most)
      const failure = await request(
        receiver,
        batch.map(([url]) => url),
      )
      if (failure) {
        fail(receiver, waiting, failure)
      } else {
        for (const [url, when] of batch) if (waiting.urls[url] === when) delete waiting.urls[url]
        waiting.failures = 0
        delete waiting.since
        delete waiting.error
        console.log(`Announced ${count(batch.length)} to ${receiver.name}.`)
      }
      save()
    }
  }

  function fail({ name }: Receiver, waiting: Waiting, { message, pause }: Failure): void {
    waiting.failures++
    waiting.error = message
    waiting.since ??= Date.now()
    const number = Object.keys(waiting.urls).length
    if (Date.now() - waiting.since >= longestWait) {
      console.error(`${name} took nothing for 30 days (${message}); ${count(number)} are given up.`)
      Object.assign(waiting, { urls: {}, failures: 0, due: 0 })
      delete waiting.since
      return
    }
    const wait = Math.max(pause, Math.min(longestPause, firstPause * 2 ** (waiting.failures - 1)))
    waiting.due = Date.now() + wait
    console.error(
      `${name} did not take ${count(number)} (${message}); it is asked again in ${wait / 1000} s.`,
    )
  }
}

/** Keep the addresses that were noted last, where too many wait. */
function bound({ name }: Receiver, waiting: Waiting): void {
  const entries = Object.entries(waiting.urls)
  const surplus = entries.length - mostWaiting
  if (surplus <= 0) return
  entries.sort(([, a], [, b]) => b - a)
  waiting.urls = Object.fromEntries(entries.slice(0, mostWaiting))
  console.error(`More than ${mostWaiting} addresses wait for ${name}; the oldest ${surplus} are given up.`)
}

interface Failure {
  message: string
  /** What it asks us to wait, in milliseconds. */
  pause: number
}

/** Make one request. @returns what went wrong */
async function request(receiver: Receiver, urls: readonly string[]): Promise<Failure | undefined> {
  try {
    const response = await fetch(receiver.request(urls), { signal: AbortSignal.timeout(timeout) })
    if (response.ok) {
      await response.body?.cancel()
      return undefined
    }
    const seconds = Number(response.headers.get('retry-after'))
    const pause = seconds > 0 ? Math.min(longestPause, seconds * 1000) : 0
    return { message: `${response.status} ${await readStart(response)}`.trim(), pause }
  } catch (error) {
    const { cause, message } = error as Error
    return { message: cause instanceof Error ? cause.message : message, pause: 0 }
  }
}

/** The first characters of an answer; the rest is not waited for. */
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
    console.error(`${file} is no longer JSON: what waited to be announced is lost.`)
  }
  return { waiting: {} }
}

function count(number: number): string {
  return number === 1 ? '1 address' : `${number} addresses`
}
