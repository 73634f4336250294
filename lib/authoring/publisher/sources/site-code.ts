import { readFileSync } from 'node:fs'
import { siteCodeFiles } from '../../../site/site-code.mjs'
import { hash } from '../../../store/store'

/** The components and slots of the site as they were when this process started, which is when the server started. */
export class SiteCode {
  private readonly atStart = readHashes()

  /** Files that are new, changed or deleted since then, in alphabetical order. */
  changedFiles(): string[] {
    const now = readHashes()
    const files = new Set([...this.atStart.keys(), ...now.keys()])
    return [...files].filter((file) => this.atStart.get(file) !== now.get(file)).sort()
  }
}

/** A hash of each file. */
function readHashes(): Map<string, string> {
  return new Map(siteCodeFiles('.').map((file) => [file, hash(readFileSync(file, 'utf8'))]))
}
