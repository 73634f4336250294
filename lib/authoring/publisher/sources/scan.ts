import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path/posix'
import { contentRoot } from '../../../markdown/images/asset'
import { toPosix } from '../../../store/windows.mjs'
import { sitePublicRoot, siteStyleSource } from '../../site/site-files'

/** A stamp of every file that is published, which changes when the file changes. Paths are from the site folder. */
export type Scan = Map<string, string>

/**
 * Scan all files below `content/` and `site/public/`, and the site's style sheet: no change can be missed, and 10,000 files
 * take about 0.1 s.
 *
 * @param others more files to scan: those of the configuration
 */
export function scan(others: readonly string[] = []): Scan {
  const found: Scan = new Map()
  const add = (file: string) => {
    // It may have been deleted since.
    const stats = statSync(file, { throwIfNoEntry: false })
    if (stats) found.set(file, `${stats.mtimeMs} ${stats.size} ${stats.ino}`)
  }
  others.forEach(add)
  add(siteStyleSource)
  for (const root of [contentRoot, sitePublicRoot]) {
    if (!existsSync(root)) continue
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true }))
      if (!entry.isDirectory() && !entry.name.startsWith('.'))
        add(toPosix(join(entry.parentPath, entry.name)))
  }
  return found
}

/** Files that are new, changed or deleted. */
export function changedFiles(before: Scan, after: Scan): string[] {
  const changed = [...after].filter(([file, stamp]) => before.get(file) !== stamp).map(([file]) => file)
  return [...changed, ...[...before.keys()].filter((file) => !after.has(file))].sort()
}
