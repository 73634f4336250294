import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path/posix'
import type { Published } from '../../published/types'
import { nextPublication } from '../../published/visibility'
import { translate } from '../../site/messages/translate.mjs'
import { storeRoot } from '../../store/store'
import { findChanges } from './changes'
import { openQueue, type Queue } from './queue'
import type { Receiver } from './receivers'

/** File of the queue, in the build cache because hosts keep it. */
export const announcementsFile = join(storeRoot, 'announcements.json')

/** Edits within this time are announced together, in milliseconds. */
const debounce = 2_000
/** Maximum delay of a timer: Node's own limit is 25 days. */
const maxDelay = 24 * 3_600_000

/** Announces changes of published content. */
export interface Announcer {
  /** Compare and announce a publication. Returns immediately and never throws. */
  note(published: Published): void
  status: Queue['status']
}

/**
 * Compare the published content with what was announced, and add the differences to the queue. The first time, the content
 * counts as announced.
 */
export function queueChanges(queue: Queue, receivers: readonly Receiver[], published: Published): void {
  const before = queue.announced()
  const now = new Date()
  const { announced, ...changes } = findChanges(before ?? {}, published, now, read)
  const isSame = before !== undefined && changes.changed.length + changes.gone.length === 0
  if (isSame && JSON.stringify(before) === JSON.stringify(announced)) return
  queue.add(
    announced,
    new Map(before ? receivers.map((receiver) => [receiver, receiver.select(changes)]) : []),
  )
}

/** Read a file. One that was just deleted reads as empty: its deletion is announced when it is published. */
function read(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/** Create an announcer that runs beside a server. It announces edits, and scheduled posts at their instant. */
export function createAnnouncer(receivers: readonly Receiver[], file = announcementsFile): Announcer {
  const queue = openQueue(file, receivers)
  let published: Published | undefined
  let timer: NodeJS.Timeout | undefined
  let isRunning = false

  return {
    note(next) {
      // Scheduled posts have timers of their own.
      if (next === published) return
      published = next
      // The first publication is recorded immediately, before an edit can follow.
      if (queue.announced()) scheduleIn(debounce)
      else void run()
    },
    status: queue.status,
  }

  function scheduleIn(milliseconds: number): void {
    clearTimeout(timer)
    timer = setTimeout(run, Math.min(maxDelay, Math.max(0, milliseconds)))
    timer.unref()
  }

  async function run(): Promise<void> {
    if (isRunning) return
    isRunning = true
    const compared = published
    try {
      if (compared) queueChanges(queue, receivers, compared)
      await queue.send()
    } catch (error) {
      console.error(translate`Announcing changes failed; retrying with the next publication.`, error)
    }
    isRunning = false
    // Another publication was noted while this one was processed.
    if (published !== compared) return scheduleIn(debounce)
    const now = Date.now()
    const nextPost = compared && nextPublication(compared.posts, new Date(now))?.getTime()
    const next = [queue.due(), nextPost && nextPost + debounce].filter((time) => time !== undefined)
    if (next.length > 0) scheduleIn(Math.max(debounce, Math.min(...next) - now))
  }
}
