import { mkdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** How often a turn that is waited for is looked for again, in milliseconds. */
const lookEvery = 20
/** Whoever holds the turn shows that it is alive this often, in milliseconds. */
const beatEvery = 1_000
/** Who shows nothing for this long has died: milliseconds of our own clock, so that no two clocks are compared. */
const longestSilence = 10_000

/**
 * Do something while no other process that names the same folder does: publishers of one checkout take turns, also
 * where the checkout is shared by several machines. A turn is a folder, because making one either succeeds or finds it
 * there, on any file system.
 */
export async function alone<T>(lock: string, work: () => Promise<T>): Promise<T> {
  await take(lock)
  const beat = setInterval(() => touch(lock), beatEvery)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    rmSync(lock, { recursive: true, force: true })
  }
}

async function take(lock: string): Promise<void> {
  mkdirSync(dirname(lock), { recursive: true })
  let sign: number | undefined
  let since = performance.now()
  for (;;) {
    try {
      return mkdirSync(lock)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const latest = statSync(lock, { throwIfNoEntry: false })?.mtimeMs
    if (latest !== sign) {
      sign = latest
      since = performance.now()
    } else if (performance.now() - since > longestSilence) {
      remove(lock)
      since = performance.now()
    }
    await wait(lookEvery)
  }
}

/** Of several who find a holder dead, one can rename its folder. */
function remove(lock: string): void {
  const dead = `${lock}.${process.pid}`
  try {
    renameSync(lock, dead)
  } catch {
    return
  }
  rmSync(dead, { recursive: true, force: true })
}

function touch(lock: string): void {
  try {
    utimesSync(lock, new Date(), new Date())
  } catch {
    // We were taken for dead: whoever publishes now has seen everything that we have.
  }
}
