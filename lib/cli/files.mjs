// Plain JavaScript: next.config.mjs needs it too.
import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readdirSync, readSync } from 'node:fs'
import { join } from 'node:path'

/** The files of a folder and of those in it. @param {string} folder @returns {string[]} */
export function listFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** Changes whenever what is in the files does, or Node. @param {readonly string[]} files @returns {string} */
export function hashFiles(files) {
  const hash = createHash('sha256').update(process.version)
  // One for all: who starts the server outlives ten thousand articles, and would keep the room they took.
  const buffer = Buffer.allocUnsafe(64 * 1024)
  for (const file of files) {
    hash.update(`${file}\0`)
    if (!existsSync(file)) continue
    const descriptor = openSync(file, 'r')
    for (let read = 1; read > 0; ) {
      read = readSync(descriptor, buffer)
      hash.update(buffer.subarray(0, read))
    }
    closeSync(descriptor)
  }
  return hash.digest('hex')
}
