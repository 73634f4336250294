// JavaScript, because commands use it before packages are installed, and `next.config.mjs` imports it.
import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readdirSync, readSync } from 'node:fs'
import { join } from 'node:path/posix'
import { toPosix } from './windows.mjs'

/** All files below a folder, with `/`, sorted. @param {string} folder @returns {string[]} */
export function listFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => toPosix(join(entry.parentPath, entry.name)))
    .sort()
}

/**
 * Hash of the names and contents of files, and of Node's version.
 * @param {readonly string[]} files
 * @param {string} [folder] to which their paths are relative
 * @returns {string}
 */
export function hashFiles(files, folder = '.') {
  const hash = createHash('sha256').update(process.version)
  // One buffer for all files: the process that starts the server keeps running, and would keep memory for every file.
  const buffer = Buffer.allocUnsafe(64 * 1024)
  for (const file of files) {
    hash.update(`${file}\0`)
    const path = join(folder, file)
    if (!existsSync(path)) continue
    const descriptor = openSync(path, 'r')
    for (let read = 1; read > 0; ) {
      read = readSync(descriptor, buffer)
      hash.update(buffer.subarray(0, read))
    }
    closeSync(descriptor)
  }
  return hash.digest('hex')
}
