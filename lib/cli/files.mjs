// Plain JavaScript: next.config.mjs needs it too.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
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
  for (const file of files) hash.update(`${file}\0`).update(existsSync(file) ? readFileSync(file) : '')
  return hash.digest('hex')
}
