import type { Problem } from '../../markdown/problems/problem'
import type { Document, Published } from '../../published/types'
import type { Site } from '../../site/config'
import { linkAndCheck } from '../check/link-and-check'
import { pushToList } from '../link/push-to-list'
import type { ReadResult } from '../read/read-document'
import { type CompiledByFile, type CompiledDocument, toPublished } from '../read/shape-documents'

/** The current and earlier versions of the site's files. */
export interface FileVersions {
  site: Site
  /** Current versions by file. */
  entries: ReadonlyMap<string, ReadResult>
  /** Last versions without errors, by file. */
  lastGood: ReadonlyMap<string, CompiledDocument>
  /** The content that is published now; undefined if there is none. */
  published: Published | undefined
  /** Problems in the bibliography. */
  bibliography: readonly Problem[]
}

/** The versions that readers get. */
export interface ChosenVersions {
  published: Published
  compiled: CompiledByFile
  /** The version of each file that is published. */
  versions: ReadonlyMap<string, CompiledDocument>
  problems: Problem[]
  /** Slugs of posts that exist and are not published. */
  drafts: string[]
}

/**
 * Choose what readers get: the last version without errors of each file. If that version depends on another file that has
 * changed, such as a reference to a deleted label, its page stays as it is published now.
 */
export function keepLastGood({
  site,
  entries,
  lastGood,
  published,
  bibliography,
}: FileVersions): ChosenVersions {
  const failed = new Map<string, Problem[]>()
  for (const { problems } of entries.values())
    for (const problem of problems) pushToList(failed, problem.file, problem)
  // Replacing a file by its last good version can break references in others: repeat until nothing new fails.
  for (;;) {
    const documents = [...entries].flatMap(
      ([file, { document }]) => (failed.has(file) ? lastGood.get(file) : document) ?? [],
    )
    const { published: all, compiled } = toPublished(documents, site)
    const posts = all.posts.filter(({ draft }) => !draft)
    const linked = linkAndCheck({ ...all, posts }, compiled, [], true)
    const found = [...linked.problems, ...bibliography]
    const errors = found.filter(({ severity }) => !severity)
    const added = errors.filter(({ file }) => !failed.has(file) && entries.has(file))
    for (const problem of added) pushToList(failed, problem.file, problem)
    if (added.length > 0) continue
    return {
      published: keepPublished(linked.published, published, new Set(errors.map(({ file }) => file))),
      compiled,
      versions: new Map(documents.map((document) => [document.located.file, document])),
      problems: [
        ...[...failed.values()].flat(),
        ...found.filter(({ severity }) => severity),
        // Errors that belong to no document, which are those of the bibliography.
        ...errors.filter(({ file }) => !entries.has(file)),
      ],
      drafts: all.posts.filter(({ draft }) => draft).map(({ slug }) => slug),
    }
  }
}

/** Replace the documents of these files by their published versions; omit those that have none. */
function keepPublished(next: Published, now: Published | undefined, files: ReadonlySet<string>): Published {
  if (files.size === 0) return next
  const keep = <T extends Document>(documents: T[], before: readonly T[] = []): T[] =>
    documents.flatMap((document) =>
      files.has(document.file) ? (before.find(({ file }) => file === document.file) ?? []) : document,
    )
  return {
    ...next,
    posts: keep(next.posts, now?.posts),
    series: keep(next.series, now?.series),
    pages: keep(next.pages, now?.pages),
  }
}
