// Checks whether the packages in the lockfile are installed. It uses only Node's own modules, because it runs before installation.

import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage */

/**
 * Are the packages of the lockfile installed? git gives a lockfile the time of the checkout, so one that is newer than the
 * installation need not differ from it.
 *
 * @param {string} folder contains `package-lock.json` and `node_modules`
 */
export function areInstalled(folder) {
  const lockfile = join(folder, 'package-lock.json')
  // npm writes this file last: it exists only if the installation is complete.
  const installed = join(folder, 'node_modules/.package-lock.json')
  if (!existsSync(installed)) return false
  return statSync(installed).mtimeMs >= statSync(lockfile).mtimeMs || isSame(lockfile, installed)
}

/** @param {string} lockfile @param {string} installed */
function isSame(lockfile, installed) {
  const found = readPackages(installed)
  const expected = Object.entries(readPackages(lockfile))
  // npm reports a lockfile that cannot be read, such as one with a merge conflict.
  if (expected.length === 0) return false
  return expected.every(([path, wanted]) => {
    // The repository itself, which npm does not list as installed.
    if (path === '') return true
    const actual = found[path]
    // Optional packages for other systems are not installed.
    if (actual === undefined) return wanted.optional === true
    return actual.version === wanted.version && actual.integrity === wanted.integrity
  })
}

/** @param {string} file @returns {Record<string, LockedPackage>} by their path below the folder */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
  } catch {
    return {}
  }
}
