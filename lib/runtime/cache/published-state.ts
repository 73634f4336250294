import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { noSources, type PolicySources } from '../../http/security-headers.mjs'
import { reportDamage } from '../../published/report-damage'
import { type PublishedState, publishedRoot } from '../../published/types'
import { siteFolder } from '../../site/folders.mjs'
import { createRedirectTable, type RedirectTable } from '../../site/redirects'

interface State {
  version: string
  /** Instants at which scheduled posts appear, in milliseconds. */
  publications: number[]
  /** Slugs of deleted posts, and paths of those whose URL had another pattern. */
  gone: ReadonlySet<string>
  findRedirect: RedirectTable
  /** Paths of the posts whose URL has another pattern than `/posts/:slug`. */
  moved: ReadonlySet<string>
  /** Paths of all pages of documents and lists; undefined if an earlier version wrote the state. */
  urls: ReadonlySet<string> | undefined
  /** The languages of the site after the first. */
  languages: readonly string[]
  /** What pages may use of other sites. */
  sources: PolicySources
  /** Files that are served at `/`, by path: their path below `.lemma/`. */
  files: ReadonlyMap<string, string>
}

/** A memo of `.lemma/state.json`, which is read again when it is replaced. */
let memo: { stamp: string; state: State } | undefined

/** The state of the published content; undefined while nothing is published. */
export function readPublishedState(): State | undefined {
  const file = join(siteFolder(), publishedRoot, 'state.json')
  try {
    const stats = statSync(file, { throwIfNoEntry: false })
    if (!stats) return undefined
    const stamp = `${stats.mtimeMs}-${stats.ino}-${stats.size}`
    if (memo?.stamp !== stamp) {
      // The state of an older version has no files.
      const state: PublishedState = { files: {}, ...JSON.parse(readFileSync(file, 'utf8')) }
      const {
        version,
        publications,
        gone,
        files,
        redirects = [],
        moved,
        urls,
        sources = noSources,
        languages = [],
      } = state
      const tables = {
        gone: new Set(gone),
        sources,
        files: new Map(Object.entries(files)),
        findRedirect: createRedirectTable(redirects),
        moved: new Set(moved),
        urls: urls && new Set(urls),
      }
      memo = {
        stamp,
        state: { version, publications: publications.map(Date.parse), languages, ...tables },
      }
    }
  } catch (error) {
    reportDamage(file, error)
  }
  return memo?.state
}

/** Is the content newer than the state? The state is written last, so that it does not know the newest posts for a moment. */
export function isPublishing(): boolean {
  const [content, state] = ['content.json', 'state.json'].map((name) =>
    statSync(join(siteFolder(), publishedRoot, name), { throwIfNoEntry: false }),
  )
  return content !== undefined && state !== undefined && content.mtimeMs > state.mtimeMs
}
