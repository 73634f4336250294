// What serving pages needs to know of the published content: `.lemma/state.json` (`PublishedState`), as it is now.
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {{ version: string, publications: number[], gone: ReadonlySet<string> }} State */

/** @type {{ stamp: string, state: State } | undefined} */
let known

/** @returns {State | undefined} undefined while nothing is published */
export function readState() {
  const file = join(process.cwd(), '.lemma', 'state.json')
  const stats = statSync(file, { throwIfNoEntry: false })
  if (!stats) return undefined
  const stamp = `${stats.mtimeMs}-${stats.ino}`
  if (known?.stamp !== stamp) {
    const { version, publications, gone } = JSON.parse(readFileSync(file, 'utf8'))
    known = { stamp, state: { version, publications: publications.map(Date.parse), gone: new Set(gone) } }
  }
  return known?.state
}
