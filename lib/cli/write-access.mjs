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
import { fail } from './messages.mjs'

/** Folders that a build writes, of the engine and of the site. */
export function outputFolders() {
  const ofSite = ['.lemma', '.next/cache/lemma'].map((folder) => join(siteFolder(), folder))
  return ['.contentlayer', '.next', '.next/cache', ...ofSite]
}

/** By Node's name of the system call. @type {Record<string, [en: string, zh: string]>} */
const actions = {
  access: ['write', '写入'],
  copyfile: ['copy', '复制'],
  mkdir: ['create', '新建'],
  open: ['open', '打开'],
  rename: ['rename', '重命名'],
  rm: ['delete', '删除'],
  rmdir: ['delete', '删除'],
  unlink: ['delete', '删除'],
  write: ['write', '写入'],
}

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
 * A message in English and in Chinese; undefined for any other error.
 * @param {unknown} error
 * @returns {string | undefined}
 */
export function explainWriteError(error) {
  if (!(error instanceof Error)) return undefined
  const { code = '', syscall = '', path } = /** @type {NodeJS.ErrnoException} */ (error)
  const action = actions[syscall]
  const reason = action && explainCode(code, findBlocker(resolve(path ?? '.'), syscall))
  if (!reason) return undefined
  const [en, zh] = action
  const place = path ? ` ${path}` : ''
  return `Could not ${en}${place}: ${reason[0]}\n无法${zh}${place}：${reason[1]}`
}

/**
 * @param {string} code
 * @param {string} blocker file or folder that the system protects
 * @returns {[en: string, zh: string] | undefined}
 */
function explainCode(code, blocker) {
  if (code === 'EROFS')
    return [
      `${blocker} is on a read-only file system (EROFS). Mount it writable, or copy the site to a folder that is.`,
      `${blocker} 位于只读文件系统（EROFS）。请以可写方式挂载，或把站点复制到可写的文件夹。`,
    ]
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return [
      `no space is left on the disk (${code}). Free some space, then run the command again.`,
      `磁盘空间不足（${code}）。请清理后重新运行。`,
    ]
  return code === 'EACCES' || code === 'EPERM' ? explainPermission(code, blocker) : undefined
}

/** @param {string} code @param {string} blocker @returns {[en: string, zh: string]} */
function explainPermission(code, blocker) {
  const owner = statSync(blocker, { throwIfNoEntry: false })?.uid
  const user = process.getuid?.()
  if (process.platform === 'win32')
    return [
      `${blocker} is read-only or open in another program (${code}). Close that program, or run: attrib -R "${blocker}" /S /D`,
      `${blocker} 是只读的，或正被另一个程序打开（${code}）。请关闭那个程序，或运行：attrib -R "${blocker}" /S /D`,
    ]
  if (user === undefined || owner === undefined || owner === user)
    return [
      `${blocker} is read-only (${code}). Make it writable: chmod -R u+w "${blocker}"`,
      `${blocker} 是只读的（${code}）。请改为可写：chmod -R u+w "${blocker}"`,
    ]
  return [
    `${blocker} belongs to user ${owner}, and this command runs as user ${user} (${code}). ` +
      `Run it as its owner, or change the owner: sudo chown -R ${user} "${blocker}"`,
    `${blocker} 属于用户 ${owner}，而当前用户是 ${user}（${code}）。` +
      `请以所有者身份运行，或更改所有者：sudo chown -R ${user} "${blocker}"`,
  ]
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
