import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Where compiled work is kept between builds: hosts keep this folder, modification times mean nothing after a clone. */
export const storeRoot = '.next/cache/lemma'

export interface Store {
  /** The stored value, or undefined where there is none. */
  read<T>(shelf: string, key: string): T | undefined
  write(shelf: string, key: string, value: unknown): void
  /** Path of a stored value's file. */
  path(shelf: string, key: string): string
}

/** Hash of any JSON-serialisable values: 32 hex digits, the name under which content is stored. */
export function hash(...values: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 32)
}

/** A folder of JSON files addressed by content, spread over 256 subfolders a shelf. */
export function openStore(root: string): Store {
  // Pages only hash: hosts that trace files need bring nothing along.
  const path = (shelf: string, key: string) =>
    join(/* turbopackIgnore: true */ root, shelf, key.slice(0, 2), `${key}.json`)
  return {
    path,
    read(shelf, key) {
      const file = path(shelf, key)
      if (!existsSync(file)) return undefined
      return JSON.parse(readFileSync(/* turbopackIgnore: true */ file, 'utf8'))
    },
    write(shelf, key, value) {
      writeAtomically(path(shelf, key), JSON.stringify(value))
    },
  }
}

/** Write so that a reader meets the old file or the new one, never half of either. */
export function writeAtomically(path: string, data: string | Uint8Array): void {
  const temporary = `${path}.${randomUUID()}.tmp`
  try {
    writeFileSync(temporary, data)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(temporary, data)
  }
  renameSync(temporary, path)
}

/**
 * Version of the pipeline: a hash of its own source and of the lockfile, so that changing either
 * compiles everything anew and nobody has to remember a number.
 */
export function pipelineVersion(): string {
  const folders = ['lib/markdown', 'lib/bibliography', 'lib/i18n']
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|js|csl|xml)$/.test(name) && !name.endsWith('.test.ts'))
      .map((name) => join(/* turbopackIgnore: true */ folder, name)),
  )
  return hash(
    ...[...files.sort(), 'package-lock.json'].map((file) =>
      readFileSync(/* turbopackIgnore: true */ file, 'utf8'),
    ),
  )
}
