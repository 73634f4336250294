import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Published } from '../content/types'
import { nextPublication } from '../content/visibility'
import { storeRoot } from '../store/store'
import { findChanges } from './changes'
import { openQueue, type Queue } from './queue'
import type { Receiver } from './receivers'

/** Beside the build cache, which hosts keep. */
export const announcements = join(storeRoot, 'announcements.json')

/** Edits follow each other: what comes within this time is told together, in milliseconds. */
const settle = 2_000
/** Timers hold no longer time. */
const longestTimer = 24 * 3_600_000

/** Tells receivers what readers find otherwise than before. */
export interface Announcer {
  /** Something was published. Returns at once; nothing that goes wrong reaches its caller. */
  note(published: Published): void
  status: Queue['status']
}

/**
 * Compare what was published with what was announced, and put the difference into the queue. The first time there is
 * nothing to compare with: what is there by then counts as known.
 */
export function lookForChanges(queue: Queue, receivers: readonly Receiver[], published: Published): void {
  const before = queue.known()
  const now = new Date()
  const { known, ...changes } = findChanges(before ?? {}, published, now, read)
  const isSame = before !== undefined && changes.changed.length + changes.gone.length === 0
  if (isSame && JSON.stringify(before) === JSON.stringify(known)) return
  queue.add(known, new Map(before ? receivers.map((receiver) => [receiver, receiver.select(changes)]) : []))
}

/** The text of a file, which may be gone by now: that is told when it is published. */
function read(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/** Announce, beside a server, whatever is published: by an edit, or at the instant of a scheduled post. */
export function createAnnouncer(receivers: readonly Receiver[], file = announcements): Announcer {
  const queue = openQueue(file, receivers)
  let published: Published | undefined
  let timer: NodeJS.Timeout | undefined
  let isWorking = false

  return {
    note(next) {
      // The clock has timers of its own.
      if (next === published) return
      published = next
      // What is compared with is what there is before the first edit, however soon that comes.
      if (queue.known()) wakeIn(settle)
      else void work()
    },
    status: queue.status,
  }

  function wakeIn(milliseconds: number): void {
    clearTimeout(timer)
    timer = setTimeout(work, Math.min(longestTimer, Math.max(0, milliseconds)))
    timer.unref()
  }

  async function work(): Promise<void> {
    if (isWorking) return
    isWorking = true
    const looked = published
    try {
      if (looked) lookForChanges(queue, receivers, looked)
      await queue.send()
    } catch (error) {
      console.error('What changed could not be announced.', error)
    }
    isWorking = false
    // What was noted meanwhile found us working.
    if (published !== looked) return wakeIn(settle)
    const now = Date.now()
    const appears = looked && nextPublication(looked.posts, new Date(now))?.getTime()
    const next = [queue.due(), appears && appears + settle].filter((time) => time !== undefined)
    if (next.length > 0) wakeIn(Math.max(settle, Math.min(...next) - now))
  }
}
