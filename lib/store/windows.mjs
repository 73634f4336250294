// What differs on Windows. JavaScript, because commands use it before packages are installed.
import { renameSync } from 'node:fs'
import { sep } from 'node:path'

/**
 * Write a path of this system with `/`, which Windows accepts too. Paths from the project's root are keys and parts of URLs and
 * messages, so they are the same on all systems: `node:path/posix` joins them, and this converts what the system returns.
 *
 * @param {string} path
 * @param {string} [separator] of this system
 */
export function toPosix(path, separator = sep) {
  return separator === '/' ? path : path.replaceAll(separator, '/')
}

/** Milliseconds between attempts to rename a file. */
const renamePauses = [10, 20, 50, 100, 200, 500]

/**
 * Rename a file over another. Windows refuses while a program, such as a virus scanner, reads one of them: then it is tried
 * again for about a second.
 *
 * @param {string} from
 * @param {string} to
 * @param {{ rename?: (from: string, to: string) => void, platform?: NodeJS.Platform }} [system]
 */
export function renameOver(from, to, { rename = renameSync, platform = process.platform } = {}) {
  for (const pause of renamePauses) {
    try {
      return rename(from, to)
    } catch (error) {
      if (!isInUse(error, platform)) throw error
    }
    // Sleeps: renaming is synchronous, so that no other code of this process sees half of a publication.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause)
  }
  rename(from, to)
}

/**
 * Is this the error of Windows for a file that another program has open?
 *
 * @param {unknown} error
 * @param {NodeJS.Platform} [platform]
 */
export function isInUse(error, platform = process.platform) {
  const { code = '' } = /** @type {NodeJS.ErrnoException} */ (error)
  return platform === 'win32' && ['EACCES', 'EBUSY', 'EPERM'].includes(code)
}

/** Characters, endings and names of devices. */
const illegal = /[<>:"/\\|?*\p{Cc}]|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/iu

/** Can a file have this name on Windows? @param {string} name */
export function isWindowsFileName(name) {
  return !illegal.test(name)
}
