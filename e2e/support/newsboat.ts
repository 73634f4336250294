import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Newsboat, a feed reader for the terminal, with its own folder. */
export interface Subscriber {
  /** Fetch the feed. @returns the HTML of its articles by title */
  reload(): Record<string, string>
  remove(): void
}

/** Subscribe to a feed with Newsboat. */
export function subscribe(address: string): Subscriber {
  const home = mkdtempSync(join(tmpdir(), 'lemma-newsboat-'))
  const file = (name: string) => join(home, name)
  writeFileSync(file('urls'), `${address}\n`)
  writeFileSync(file('config'), '')
  const files = ['-u', file('urls'), '-c', file('cache.db'), '-C', file('config')]
  return {
    reload() {
      execFileSync('newsboat', ['-q', ...files, '-x', 'reload'], {
        env: { ...process.env, HOME: home },
        stdio: 'pipe',
      })
      const query = 'select json_group_object(title, content) from rss_item where deleted = 0'
      return JSON.parse(
        execFileSync('sqlite3', [file('cache.db'), query], { encoding: 'utf8', maxBuffer: 1 << 26 }),
      )
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  }
}
