import { createHash, randomUUID } from 'node:crypto'
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { join } from 'node:path/posix'
import { renameOver } from './windows.mjs'

/** Folder of compiled files. Hosts keep it between builds. Files are addressed by content, since a clone changes all times. */
export const storeRoot = '.next/cache/lemma'

/** Folder of compiled bodies. */
export const bodyStore = join(storeRoot, 'bodies')

export interface Store {
  /** Read a value; undefined if it does not exist or its file is damaged. */
  read<T>(shelf: string, key: string): T | undefined
  write(shelf: string, key: string, value: unknown): void
  /** Path of the file of a value. */
  path(shelf: string, key: string): string
}

/** A file whose content is not what was written, because of a disk error or a power failure. */
export class DamagedFile extends Error {
  constructor(readonly file: string) {
    super(`${file} is damaged.`)
  }
}

/** Length of a digest in bytes. */
const digestLength = 8

function digestOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest().subarray(0, digestLength)
}

/** Prepend a digest, with which `unseal` detects damage. */
export function seal(bytes: Uint8Array): Buffer {
  return Buffer.concat([digestOf(bytes), bytes])
}

/**
 * Remove and verify the digest of sealed bytes.
 *
 * @param file from which they were read
 * @throws DamagedFile if the digest does not match
 */
export function unseal(sealed: Buffer, file: string): Buffer {
  const bytes = sealed.subarray(digestLength)
  if (!digestOf(bytes).equals(sealed.subarray(0, digestLength))) throw new DamagedFile(file)
  return bytes
}

/** Hash JSON-serialisable values into 32 hexadecimal digits. Content is stored under such names. */
export function hash(...values: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 32)
}

/** Open a folder of JSON files addressed by content, with 256 subfolders for each shelf. */
export function openStore(root: string): Store {
  // Pages import only `hash` from this file: hosts that trace files do not have to include this folder.
  const path = (shelf: string, key: string) =>
    join(/* turbopackIgnore: true */ root, shelf, key.slice(0, 2), `${key}.json`)
  return {
    path,
    read(shelf, key) {
      return readJson(path(shelf, key))
    },
    write(shelf, key, value) {
      writeAtomically(path(shelf, key), JSON.stringify(value))
    },
  }
}

/** Read a JSON file. @returns undefined if it does not exist, or if it is damaged, which is logged */
export function readJson<T>(file: string): T | undefined {
  let text: string
  try {
    text = readFileSync(/* turbopackIgnore: true */ file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  try {
    return JSON.parse(text)
  } catch {
    console.error(`${file} is damaged (not JSON); rebuilding it.`)
    return undefined
  }
}

/**
 * Replace a file atomically: readers get the old or the new content.
 *
 * @param durable flush the file to disk, so that it survives a power failure: for files that cannot be rebuilt, or that are
 * read without a digest
 */
export function writeAtomically(path: string, data: string | Uint8Array, durable = false): void {
  replaceFile(path, (temporary) => {
    const file = openSync(temporary, 'wx')
    try {
      writeFileSync(file, data)
      if (durable) fsyncSync(file)
    } finally {
      closeSync(file)
    }
  })
}

/** Copy a file atomically. File systems with copy-on-write share the blocks. */
export function copyAtomically(origin: string, path: string): void {
  replaceFile(path, (temporary) => copyFileSync(origin, temporary, constants.COPYFILE_FICLONE))
}

/** Write a temporary file, then rename it. */
function replaceFile(path: string, write: (temporary: string) => void): void {
  const temporary = `${path}.${randomUUID()}.tmp`
  try {
    try {
      write(temporary)
    } catch (error) {
      if (!existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true })
      else throw error
      write(temporary)
    }
    renameOver(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}
