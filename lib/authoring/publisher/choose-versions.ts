import type { Problem } from '../../markdown/problems/problem'
import type { Published } from '../../published/types'
import type { Site } from '../../site/config'
import { attachProblems } from '../check/attach-problems'
import { linkAndCheck } from '../check/link-and-check'
import { keepLastGood } from '../publish/keep-last-good'
import type { Publishable } from '../publish/write-files'
import { type CompiledDocument, toPublished } from '../read/shape-documents'
import type { Scan } from './sources/scan'
import type { SourceFiles } from './sources/source-files'

/** The versions of files that are published next. */
export type Choice = Publishable & { problems: Problem[] }

/** The versions from which to choose. */
export interface Versions {
  site: Site
  /** A note on these settings, for pages with problems (`noteOnSettings`). */
  note: Problem | undefined
  files: SourceFiles
  scan: Scan
  /** Last versions without errors, by file. */
  lastGood: ReadonlyMap<string, CompiledDocument>
  /** The content that is published now; undefined if there is none. */
  published: Published | undefined
}

/** Choose what the author sees: the current version of every document, with its problems attached. */
export function chooseForAuthor({ site, note, files, scan, lastGood }: Versions): Choice {
  const documents = [...files.entries].flatMap(([file, { document }]) => document ?? lastGood.get(file) ?? [])
  const { published, compiled } = toPublished(documents, site)
  const frontMatter = files.frontMatterProblems()
  const linked = linkAndCheck(published, compiled, [], documents.length === files.entries.size)
  // The problems of an earlier version are outdated.
  const outdated = new Set(frontMatter.map(({ file }) => file))
  const current = linked.problems.filter(({ file }) => !outdated.has(file))
  const problems = [...files.misplacedFiles(scan), ...files.bibliography, ...frontMatter, ...current]
  return {
    published: attachProblems(linked.published, problems, frontMatter, note),
    compiled,
    problems,
    drafts: [],
  }
}

/** Choose what readers see: the last version without errors of each file. */
export function chooseForReaders({ site, files, scan, lastGood, published }: Versions): Choice {
  const { entries, bibliography } = files
  const choice = keepLastGood({ site, entries, lastGood, published, bibliography })
  return { ...choice, problems: [...files.misplacedFiles(scan), ...choice.problems] }
}
