import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path/posix'
import { bodyFile } from '../../markdown/print/body'
import { publishedRoot } from '../../published/types'
import { storeRoot } from '../../store/store'
import { isInUse, toPosix } from '../../store/windows.mjs'
import type { CompiledDocument } from '../read/shape-documents'

/** Folders that contain only files with references to them. */
const folders = [
  join(publishedRoot, 'bodies'),
  join(publishedRoot, 'media'),
  join(publishedRoot, 'public'),
  join(publishedRoot, 'documents'),
  join(storeRoot, 'bodies'),
  join(storeRoot, 'documents'),
]

/**
 * List the files in use.
 *
 * @param published paths below `.lemma/` (`writeFiles`)
 * @param documents the current version of every file, drafts included, and the published versions: their compiled files
 * are kept, so that none is compiled again
 */
export function filesInUse(
  published: ReadonlySet<string>,
  documents: Iterable<CompiledDocument>,
): ReadonlySet<string> {
  const files = new Set<string>()
  for (const target of published) {
    files.add(join(publishedRoot, target))
    if (target.startsWith('bodies')) files.add(join(storeRoot, target))
  }
  for (const document of documents) {
    if (!('compiled' in document)) continue
    const { entry, key } = document.compiled
    files.add(join(storeRoot, 'documents', entry.slice(0, 2), `${entry}.json`))
    files.add(join(storeRoot, 'bodies', bodyFile(key)))
  }
  return files
}

/** Remove published and compiled files that are no longer used. @returns the number of removed files */
export function prune(isUsed: (file: string) => boolean): number {
  let count = 0
  for (const folder of folders) {
    if (!existsSync(folder)) continue
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const file = toPosix(join(entry.parentPath, entry.name))
      if (entry.isFile() && !isUsed(file) && remove(file)) count++
    }
  }
  return count
}

/** @returns false if another program has the file open: it is removed the next time */
function remove(file: string): boolean {
  try {
    rmSync(file, { force: true })
    return true
  } catch (error) {
    if (!isInUse(error)) throw error
    return false
  }
}
