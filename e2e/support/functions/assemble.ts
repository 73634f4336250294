import {
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

/**
 * Copy the files that Next traced for a route into an empty folder, as a host deploys them as a function.
 *
 * @param route `posts/[slug]/page`, as below `.next/server/app`
 * @returns the function's entry in the folder
 */
export function assembleTraced(route: string, folder: string): string {
  const entry = `.next/server/app/${route}.js`
  const traced = readTrace(route)
  const { files: manifests }: { files: string[] } = readJson('.next/required-server-files.json')
  for (const file of [entry, ...traced, ...manifests]) copy(file, join(folder, file))
  removeCacheHandlers(join(folder, '.next/required-server-files.json'))
  return `./${entry}`
}

/** A host has a cache of its own: its build has no cache handlers (`next.config.mjs`). */
function removeCacheHandlers(file: string): void {
  const { config, ...rest } = readJson<{ config: object }>(file)
  const changed = { ...rest, config: { ...config, cacheHandler: undefined, cacheHandlers: {} } }
  // The copy is a link to the original.
  rmSync(file)
  writeFileSync(file, JSON.stringify(changed))
}

/** The files that Next traced for a route, as paths in the project. */
export function readTrace(route: string): string[] {
  const entry = `.next/server/app/${route}.js`
  const { files }: { files: string[] } = readJson(`${entry}.nft.json`)
  return files.map((file) => relative('.', resolve(dirname(entry), file)))
}

/** Copy a file as a hard link, because it is only read, and a symbolic link as such. */
export function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  if (lstatSync(from).isSymbolicLink()) {
    symlinkSync(readlinkSync(from), to)
    return
  }
  try {
    linkSync(from, to)
  } catch {
    // The target is on another disk.
    copyFileSync(from, to)
  }
}

export function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8'))
}
