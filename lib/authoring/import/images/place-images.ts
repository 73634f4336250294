import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path/posix'
import type { FetchedImage } from './fetch-images'
import { chooseNames } from './file-names'

/**
 * Copy images into the folder of an article. An image that the folder has already, under the name that it would get, is left as it
 * is; no file is overwritten.
 *
 * @returns the name of each image in the folder, by the hash of its content
 */
export function placeImages(images: Iterable<FetchedImage>, folder: string): Map<string, string> {
  const all = [...images]
  if (all.length === 0) return new Map()
  mkdirSync(folder, { recursive: true })
  const wanted = new Set(all.map(({ name }) => name.toLowerCase()))
  const present = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => wanted.has(entry.name.toLowerCase()))
    .map(
      (entry) => [entry.name.toLowerCase(), entry.isFile() ? hashOf(join(folder, entry.name)) : ''] as const,
    )
  const names = chooseNames(all, new Map(present))
  for (const { path, hash } of all) {
    const target = join(folder, names.get(hash) ?? '')
    if (!existsSync(target)) copyFileSync(path, target)
  }
  return names
}

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}
