import { existsSync, type FSWatcher, watch } from 'node:fs'
import { dirname } from 'node:path'
import { contentRoot } from '../markdown/asset'
import { scan } from './scan'

/** Editors and git write a file in several steps: what follows within this time belongs together. Milliseconds. */
const quiet = 40
/** Where the system sends no events (network disks), changes are found by looking. Milliseconds. */
const lookEvery = 10_000
/** git writes a whole checkout under this lock: what it brings is published at once, after at most this time. */
const gitLock = '.git/index.lock'
const longestLock = 10_000

/**
 * Call back when something below `content/` may have changed. Every folder is watched by itself: that works alike on
 * all systems, and folders that come later are found when their parent changes.
 */
export function watchContent(onChange: () => void): void {
  const watchers = new Map<string, FSWatcher>()
  let timer: NodeJS.Timeout | undefined
  let since = 0

  const changed = () => {
    since ||= Date.now()
    clearTimeout(timer)
    timer = setTimeout(settle, quiet)
  }
  const settle = () => {
    if (existsSync(gitLock) && Date.now() - since < longestLock) {
      timer = setTimeout(settle, quiet)
      return
    }
    since = 0
    onChange()
    watchFolders()
  }
  const watchFolders = () => {
    const folders = new Set([contentRoot, ...[...scan().keys()].map(dirname)])
    for (const folder of folders) {
      if (watchers.has(folder)) continue
      try {
        const watcher = watch(folder, changed)
        watcher.on('error', () => drop(folder))
        watchers.set(folder, watcher)
      } catch {
        // It is gone again, or the system watches no more folders: looking finds what changes there.
      }
    }
    for (const folder of watchers.keys()) if (!folders.has(folder)) drop(folder)
  }
  const drop = (folder: string) => {
    watchers.get(folder)?.close()
    watchers.delete(folder)
  }

  watchFolders()
  setInterval(changed, lookEvery).unref()
}
