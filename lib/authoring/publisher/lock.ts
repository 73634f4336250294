// Not proper-lockfile 4: it compares file times of another host with the local clock, waits 10 s although the holder's process
// has exited, and its release can remove the lock of a process that took it over.
import { randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path/posix'
import { setTimeout as wait } from 'node:timers/promises'
import { isInUse } from '../../store/windows.mjs'

/** Milliseconds between two attempts to acquire a lock that is held. */
const retryInterval = 20
/** Milliseconds between two updates of a held lock. */
const updateInterval = 1_000
/** Milliseconds without an update after which a lock is stale, measured by our own clock: no two clocks are compared. */
const staleAfter = 10_000

/** Separates the host, the process id and a random id in the name of a holder. */
const separator = '~'

/**
 * Run work while no other process holds the same lock. Publishers of one folder take turns, even if the folder is shared by
 * several hosts. The lock is a folder that contains another folder, named after its holder. Renaming a folder either
 * succeeds or fails because the target is not empty, on every file system.
 */
export async function withLock<T>(lock: string, work: () => Promise<T>): Promise<T> {
  const holder = [hostname(), process.pid, randomUUID()].join(separator)
  await acquire(lock, holder)
  const timer = setInterval(() => update(lock, holder), updateInterval)
  try {
    return await work()
  } finally {
    clearInterval(timer)
    release(lock, holder)
  }
}

async function acquire(lock: string, holder: string): Promise<void> {
  const own = `${lock}.${holder}`
  mkdirSync(join(own, holder), { recursive: true })
  let lastUpdate: number | undefined
  let since = performance.now()
  for (;;) {
    try {
      return renameSync(own, lock)
    } catch (error) {
      // Windows reports EPERM if the target exists.
      const { code = '' } = error as NodeJS.ErrnoException
      const isHeld = ['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(code) || isInUse(error)
      if (!isHeld || !existsSync(own)) throw error
    }
    const update = statSync(lock, { throwIfNoEntry: false })?.mtimeMs
    if (hasHolderExited(lock)) removeStale(lock)
    else if (update !== lastUpdate) {
      lastUpdate = update
      since = performance.now()
    } else if (performance.now() - since > staleAfter) {
      removeStale(lock)
      since = performance.now()
    }
    await wait(retryInterval)
  }
}

/** Is the holder a process of this host that has exited? Then the lock is stale immediately. */
function hasHolderExited(lock: string): boolean {
  try {
    const [host, pid] = (readdirSync(lock)[0] ?? '').split(separator)
    if (host !== hostname()) return false
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

/** Remove a stale lock. If several processes try, only one can rename the folder. */
function removeStale(lock: string): void {
  const renamed = `${lock}.${randomUUID()}`
  try {
    renameSync(lock, renamed)
  } catch {
    return
  }
  rmSync(renamed, { recursive: true, force: true })
}

/** Release the lock, unless another process has taken it over: then it contains another name. */
function release(lock: string, holder: string): void {
  try {
    rmdirSync(join(lock, holder))
    rmdirSync(lock)
  } catch {
    // The process that took the lock over publishes our changes too.
  }
}

function update(lock: string, holder: string): void {
  try {
    if (existsSync(join(lock, holder))) utimesSync(lock, new Date(), new Date())
  } catch {
    // Another process has just taken the lock over.
  }
}
