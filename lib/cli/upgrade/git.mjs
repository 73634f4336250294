// JavaScript, because commands use it before packages are installed.

import { execFileSync } from 'node:child_process'
import { translate } from '../../site/messages/translate.mjs'

/**
 * Run git in a repository. Paths are literal, because names of files contain brackets.
 * @param {string} repository
 * @param {readonly string[]} args
 * @param {string} [input] standard input
 * @returns {string} its output
 * @throws {Error} with git's message
 */
export function git(repository, args, input = '') {
  try {
    return execFileSync('git', args, {
      cwd: repository,
      input,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      stdio: 'pipe',
      env: { ...process.env, GIT_LITERAL_PATHSPECS: '1' },
    })
  } catch (error) {
    const { stderr, message } = /** @type {Error & { stderr?: string }} */ (error)
    throw new Error(translate`git ${args[0]} failed: ${stderr?.trim() || message}`)
  }
}

/** The same, without an error. @returns {string | undefined} undefined if git fails */
export function tryGit(/** @type {string} */ repository, /** @type {readonly string[]} */ args) {
  try {
    return git(repository, args)
  } catch {
    return undefined
  }
}
