// Programs that the end-to-end tests need from the machine.
// JavaScript, because it runs before packages are installed.

import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { translate } from '../site/messages/translate.mjs'
import { say } from './messages.mjs'
import { run } from './processes.mjs'

/** The first of these programs on the PATH. @param {readonly string[]} names @returns {string | undefined} */
export function findOnPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const ending = process.platform === 'win32' ? '.exe' : ''
  for (const name of names) {
    const found = folders.map((folder) => join(folder, name + ending)).find((path) => existsSync(path))
    if (found) return found
  }
  return undefined
}

/** Install a package if the system is Debian and the user is root; otherwise do nothing. @param {string} name */
export async function installFromDebian(name) {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return
  say(translate`Installing Debian’s ${name}…`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], env)
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], env)
}
