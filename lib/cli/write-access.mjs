// Messages for the author about write errors of the operating system: what was tried, why it failed, what to do.
// JavaScript, because it runs before packages are installed.
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { siteFolder } from '../site/folders.mjs'
import { translate } from '../site/messages/translate.mjs'
import { isPacked } from './build-stamp.mjs'
import { fail } from './messages.mjs'

/** Folders that a build writes, of the engine and of the site; a packed engine writes to the site's only. */
export function outputFolders() {
  const ofSite = ['.lemma', '.next/cache/lemma'].map((folder) => join(siteFolder(), folder))
  return isPacked() ? ofSite : ['.contentlayer', '.next', '.next/cache', ...ofSite]
}

/** Folders that a command writes which bundles programs. */
export function bundleFolders() {
  return isPacked() ? [] : ['.next/cache']
}

/** Node's names of the system calls that write. */
const writingCalls = /^(access|copyfile|mkdir|mkdtemp|open|rename|rm|rmdir|unlink|write)$/

/**
 * Exit with a message if a folder is not writable: a missing folder is created, and a file is written into it.
 * @param {readonly string[]} folders
 */
export function requireWritable(folders) {
  try {
    for (const folder of folders) {
      mkdirSync(folder, { recursive: true })
      writeProbe(join(folder, `.write-probe-${process.pid}`))
      // Another user may have run a command here before.
      for (const name of readdirSync(folder)) accessSync(join(folder, name), constants.W_OK)
    }
  } catch (error) {
    failOnWriteError(error)
    throw error
  }
}

/** @param {string} file */
function writeProbe(file) {
  try {
    writeFileSync(file, Buffer.alloc(4096))
  } finally {
    rmSync(file, { force: true })
  }
}

/** Exit with a message instead of a stack trace after a write error, wherever it is thrown. */
export function reportWriteErrors() {
  process.on('uncaughtException', (error) => {
    failOnWriteError(error)
    console.error(error)
    process.exit(1)
  })
}

/** Exit with a message if the system refused to write; any other error is left to the caller. @param {unknown} error */
export function failOnWriteError(error) {
  const text = explainWriteError(error)
  if (text) fail(text)
}

/**
 * A message for the author; undefined for any other error.
 * @param {unknown} error
 * @returns {string | undefined}
 */
export function explainWriteError(error) {
  if (!(error instanceof Error)) return undefined
  const { code = '', syscall = '', path } = /** @type {NodeJS.ErrnoException} */ (error)
  if (!writingCalls.test(syscall)) return undefined
  const reason = explainCode(code, findBlocker(resolve(path ?? '.'), syscall))
  return reason && translate`${describeAction(syscall, path ?? '')} ${reason}`
}

/** @param {string} syscall @param {string} path */
function describeAction(syscall, path) {
  if (syscall === 'copyfile') return translate`Could not copy ${path}:`
  if (syscall === 'mkdir' || syscall === 'mkdtemp') return translate`Could not create ${path}:`
  if (syscall === 'open') return translate`Could not open ${path}:`
  if (syscall === 'rename') return translate`Could not rename ${path}:`
  if (/^(rm|rmdir|unlink)$/.test(syscall)) return translate`Could not delete ${path}:`
  return path === '' ? translate`Could not write:` : translate`Could not write ${path}:`
}

/**
 * @param {string} code
 * @param {string} blocker file or folder that the system protects
 */
function explainCode(code, blocker) {
  if (code === 'EROFS')
    return translate`${blocker} is on a read-only file system (EROFS). Mount it writable, or copy the site to a folder that is.`
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return translate`no space is left on the disk (${code}). Free some space, then run the command again.`
  return code === 'EACCES' || code === 'EPERM' ? explainPermission(code, blocker) : undefined
}

/** @param {string} code @param {string} blocker */
function explainPermission(code, blocker) {
  const owner = statSync(blocker, { throwIfNoEntry: false })?.uid
  const user = process.getuid?.()
  if (process.platform === 'win32')
    return translate`${blocker} is read-only or open in another program (${code}). Close that program, or run: attrib -R "${blocker}" /S /D`
  if (user === undefined || owner === undefined || owner === user)
    return translate`${blocker} is read-only (${code}). Make it writable: chmod -R u+w "${blocker}"`
  return translate`${blocker} belongs to user ${owner}, and this command runs as user ${user} (${code}). Run it as its owner, or change the owner: sudo chown -R ${user} "${blocker}"`
}

/**
 * The path that prevents writing: the path itself, or the nearest folder above it that exists.
 * @param {string} path
 * @param {string} syscall
 */
function findBlocker(path, syscall) {
  // These change the folder that contains the file.
  let blocker = /^(rename|rm|rmdir|unlink)$/.test(syscall) ? dirname(path) : path
  while (!existsSync(blocker) && dirname(blocker) !== blocker) blocker = dirname(blocker)
  return blocker
}
