// What the last build was made from. JavaScript, because it runs before packages are installed.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { translate } from '../site/messages/translate.mjs'
import { fail, say } from './messages.mjs'

const file = '.next/lemma-build.json'

/**
 * Hashes of what was built. `slots` and `components` are the code of the site, empty if it has none. A packed engine
 * (`pack.mjs`) only runs: it builds nothing, installs nothing, and writes to the site folder only.
 * @typedef {{ code: string, slots: string, components: string, packed?: boolean }} BuildStamp
 */

/** The stamp of the last complete build; undefined if the engine is not built. @returns {BuildStamp | undefined} */
export function readBuildStamp() {
  return existsSync('.next/BUILD_ID') ? readJson(file) : undefined
}

/** @param {BuildStamp} stamp */
export function writeBuildStamp(stamp) {
  writeFileSync(file, JSON.stringify(stamp))
}

/** Does this engine only run? Asked in the engine's folder. */
export function isPacked() {
  return readBuildStamp()?.packed === true
}

/** Exit with a message if this engine only runs, before a command that builds. */
export function requireUnpacked() {
  if (isPacked())
    fail(
      translate`This engine was packed for a container: it serves sites and cannot do this. Use a checkout of Lemma. (docs/container.md)`,
    )
}

/** @param {string} path @returns {any} its value; undefined if it does not exist, or if it is damaged, which is logged */
export function readJson(path) {
  if (!existsSync(path)) return undefined
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    say(translate`${path} is damaged (not JSON); rebuilding it.`)
    return undefined
  }
}
