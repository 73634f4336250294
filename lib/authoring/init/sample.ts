import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path/posix'
import { siteParts } from '../../site/folders.mjs'
import { listFiles } from '../../store/files.mjs'
import { toPosix } from '../../store/windows.mjs'

/** The list of the sample's files, below the engine's folder. `npm run docs` updates it. */
export const sampleList = 'lib/authoring/init/sample-files.txt'

/** Paths of the author's files in a site folder, sorted. Hidden files, such as those of file managers, are left out. */
export function listSite(folder: string): string[] {
  return siteParts
    .flatMap((part) => {
      const path = join(toPosix(folder), part)
      if (!existsSync(path)) return []
      return statSync(path).isDirectory() ? listFiles(path) : [path]
    })
    .map((path) => path.slice(toPosix(folder).length + 1))
    .filter((file) => !/(^|\/)\./.test(file))
    .sort()
}

/** Print the list of a site's files: a hash and a path in each line. */
export function printSampleList(folder: string): string {
  return listSite(folder)
    .map((file) => `${hashFile(join(folder, file))} ${file}\n`)
    .join('')
}

/**
 * Find files in a site folder that are not those of the sample: new ones, and changed ones. A site without any consists of
 * the sample, of which nothing is lost if it is deleted.
 *
 * @param list text of the list of the sample's files
 */
export function findOwnFiles(folder: string, list: string): string[] {
  const sample = new Set(list.split('\n'))
  return listSite(folder).filter((file) => !sample.has(`${hashFile(join(folder, file))} ${file}`))
}

function hashFile(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16)
}
