// Not chokidar 4: it watches every file. With 10,000 posts it needs 10,002 inotify watches instead of 2, 59 MB instead of 3,
// 1.8 s to start instead of 0.1, and reports a deletion after 139 ms instead of 3 (2 cores, 2026-11-30).
import { existsSync, type FSWatcher, watch } from 'node:fs'
import { dirname } from 'node:path/posix'
import { contentRoot } from '../../../markdown/images/asset'
import { componentsFolder } from '../../../site/site-code.mjs'
import { sitePublicRoot, siteStyleSource } from '../../site/site-files'
import { scan } from './scan'

/** Editors and git write a file in several steps: events within this time belong together. Milliseconds. */
const debounce = 40
/** Interval of scans, for file systems that report no events, such as network disks. Milliseconds. */
const scanInterval = 10_000
/** git holds this lock while it updates a checkout: its changes are published together, after at most this time. */
const gitLock = '.git/index.lock'
const maxGitWait = 10_000

/**
 * Call back when something below `content/` or `site/public/`, the configuration, the style sheet or a component may have
 * changed. Each folder has its own watcher, which works the same on all systems. New folders are found when their parent
 * changes.
 */
export function watchContent(onChange: () => void): void {
  const watchers = new Map<string, FSWatcher>()
  let timer: NodeJS.Timeout | undefined
  /** When the first event of the current change arrived; 0 if there is none. */
  let since = 0

  const schedule = () => {
    since ||= Date.now()
    clearTimeout(timer)
    timer = setTimeout(report, debounce)
  }
  const report = () => {
    if (existsSync(gitLock) && Date.now() - since < maxGitWait) {
      timer = setTimeout(report, debounce)
      return
    }
    since = 0
    onChange()
    updateWatchers()
  }
  const updateWatchers = () => {
    // The site folder itself contains the configuration. The others may be created later.
    const roots = ['.', contentRoot, dirname(siteStyleSource), sitePublicRoot, componentsFolder]
    const folders = new Set([...roots, ...[...scan().keys()].map(dirname)])
    for (const folder of folders) {
      if (watchers.has(folder)) continue
      try {
        const watcher = watch(folder, schedule)
        watcher.on('error', () => close(folder))
        watchers.set(folder, watcher)
      } catch {
        // The folder is deleted, or the system's limit of watches is reached: the regular scans find changes in it.
      }
    }
    for (const folder of watchers.keys()) if (!folders.has(folder)) close(folder)
  }
  const close = (folder: string) => {
    watchers.get(folder)?.close()
    watchers.delete(folder)
  }

  updateWatchers()
  setInterval(schedule, scanInterval).unref()
}
