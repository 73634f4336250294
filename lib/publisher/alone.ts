import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** How often a turn that is waited for is looked for again, in milliseconds. */
const lookEvery = 20
/** Whoever holds the turn shows that it is alive this often, in milliseconds. */
const beatEvery = 1_000
/** Who shows nothing for this long has died: milliseconds of our own clock, so that no two clocks are compared. */
const longestSilence = 10_000

/**
 * Do something while no other process that names the same folder does: publishers of one checkout take turns, also
 * where the checkout is shared by several machines. A turn is a folder that holds its holder's name, itself a folder:
 * making one by renaming either succeeds or finds another's there, on any file system.
 */
export async function alone<T>(lock: string, work: () => Promise<T>): Promise<T> {
  const name = randomUUID()
  await take(lock, name)
  const beat = setInterval(() => touch(lock, name), beatEvery)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    giveBack(lock, name)
  }
}

async function take(lock: string, name: string): Promise<void> {
  const own = `${lock}.${name}`
  mkdirSync(join(own, name), { recursive: true })
  let sign: number | undefined
  let since = performance.now()
  for (;;) {
    try {
      return renameSync(own, lock)
    } catch (error) {
      // Windows says EPERM where a folder is in the way.
      const { code = '' } = error as NodeJS.ErrnoException
      if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(code) || !existsSync(own)) throw error
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
  const dead = `${lock}.${randomUUID()}`
  try {
    renameSync(lock, dead)
  } catch {
    return
  }
  rmSync(dead, { recursive: true, force: true })
}

/** Who was taken for dead finds another's name, and leaves it alone. */
function giveBack(lock: string, name: string): void {
  try {
    rmdirSync(join(lock, name))
    rmdirSync(lock)
  } catch {
    // Whoever publishes now has seen everything that we have.
  }
}

function touch(lock: string, name: string): void {
  try {
    if (existsSync(join(lock, name))) utimesSync(lock, new Date(), new Date())
  } catch {
    // Taken for dead this very moment.
  }
}
