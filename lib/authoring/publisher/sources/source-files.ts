import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path/posix'
import { hasReadableProblems } from '../../../markdown/compile'
import { contentRoot } from '../../../markdown/images/asset'
import type { Problem } from '../../../markdown/problems/problem'
import type { Site } from '../../../site/config'
import { isTextFile, misplacedFile } from '../../check/misplaced-files'
import { bibliographyFile } from '../../compile/bibliography-file'
import type { CompilerPool } from '../../compile/pool'
import { settingsKey, sourceKey } from '../../compile/source-key'
import { documentTypes, typeOfFile } from '../../front-matter/document-types'
import { createProgress } from '../../read/progress'
import type { ReadResult } from '../../read/read-document'
import type { CompiledDocument } from '../../read/shape-documents'
import type { Scan } from './scan'

/** The files of `content/` as they were read last. A changed file is read and compiled, the others are kept in memory. */
export class SourceFiles {
  /** By path from the project's root. */
  private readonly results: Map<string, ReadResult>
  private bibliographyProblems: readonly Problem[] = []
  /** The settings with which files were read (`settingsKey`). */
  private settings: string | undefined
  /** Something was read since `markPublished` was called. */
  private hasChanges = false

  /** @param known documents that were read by an earlier process */
  constructor(
    private readonly pool: Pick<CompilerPool, 'read' | 'readBibliography'>,
    known: ReadonlyMap<string, CompiledDocument>,
  ) {
    this.results = new Map(
      [...known]
        .filter(([, document]) => !('compiled' in document) || hasReadableProblems(document.compiled))
        .map(([file, document]) => [
          file,
          { source: document.sourceKey, document, problems: [], isCompiled: false },
        ]),
    )
  }

  /** The results of reading, by file, in alphabetical order. */
  get entries(): ReadonlyMap<string, ReadResult> {
    return this.results
  }

  /** Problems in the bibliography. */
  get bibliography(): readonly Problem[] {
    return this.bibliographyProblems
  }

  /** Documents of the files that could be read. */
  documents(): CompiledDocument[] {
    return [...this.results.values()].flatMap(({ document }) => document ?? [])
  }

  /** Problems in the front matter. */
  frontMatterProblems(): Problem[] {
    return [...this.results.values()].flatMap(({ problems }) => problems)
  }

  /** Problems of text files that are in no folder of documents. */
  misplacedFiles(scan: Scan): Problem[] {
    return [...scan.keys()]
      .filter((file) => file.startsWith(contentRoot) && isTextFile(file) && !this.results.has(file))
      .map((file) => misplacedFile(file, Object.keys(documentTypes)))
  }

  /**
   * Read the files that a change affects: the changed ones, and those that depend on them.
   *
   * @param changed files that are new, changed or deleted since the last call; at the first call all of them
   */
  async update(
    changed: readonly string[],
    scan: Scan,
    { isFirst, site }: { isFirst: boolean; site: Site },
  ): Promise<void> {
    const settings = settingsKey(site)
    const isReconfigured = this.settings !== undefined && settings !== this.settings
    this.settings = settings
    const touched = new Set(changed)
    const affected = new Set((isReconfigured ? [...scan.keys()] : changed).filter((file) => typeOfFile(file)))
    for (const file of this.results.keys()) if (!scan.has(file)) affected.add(file)
    if (touched.has(bibliographyFile)) {
      this.bibliographyProblems = await this.pool.readBibliography(site)
      this.hasChanges = true
      if (!isFirst)
        for (const file of this.results.keys()) if (scan.has(file) && cites(file)) affected.add(file)
    }
    if (!isFirst) for (const file of this.dependents(changed)) affected.add(file)
    // A changed text file that is not a document may be a misplaced one, which is a problem to report.
    if (changed.some((file) => isTextFile(file) && !affected.has(file))) this.hasChanges = true
    const stale = [...affected].filter((file) => !(touched.has(file) && this.isUnchanged(file, settings)))
    await this.read(stale, scan, site)
  }

  /** Read files on all cores. Files that are deleted, even after the scan, are removed. */
  async read(files: readonly string[], scan: Scan, site: Site): Promise<void> {
    const logProgress = createProgress(files.length)
    await Promise.all(
      files.map(async (file) => {
        const result = scan.has(file) ? await this.pool.read(file, site) : undefined
        if (result) this.results.set(file, result)
        else this.results.delete(file)
        this.hasChanges = true
        logProgress()
      }),
    )
    sortByKey(this.results)
  }

  /** Has anything been read that `markPublished` has not acknowledged? */
  get isDirty(): boolean {
    return this.hasChanges
  }

  /** Acknowledge that everything that was read is published. */
  markPublished(): void {
    this.hasChanges = false
  }

  /** Is the text of a file the same as when it was read? Its modification time may have changed nevertheless. */
  private isUnchanged(file: string, settings: string): boolean {
    const known = this.results.get(file)
    return (
      known !== undefined &&
      existsSync(file) &&
      sourceKey(readFileSync(file, 'utf8'), settings) === known.source
    )
  }

  /** Documents that show or link to one of these files, or that have problems: a missing file may have been added. */
  private dependents(changed: readonly string[]): string[] {
    const media = new Set(changed.filter((file) => !typeOfFile(file)))
    if (media.size === 0) return []
    return [...this.results].flatMap(([file, { document }]) => {
      if (!document || !('compiled' in document)) return []
      const { compiled, located } = document
      const cover = located.cover && 'source' in located.cover ? [located.cover] : []
      // Results of earlier versions have no files.
      const files = [...compiled.assets, ...(compiled.files ?? []), ...cover]
      const showsOne = files.some(({ source }) => media.has(join(contentRoot, source)))
      const hasProblems = compiled.problems.length > 0 || (located.cover && 'message' in located.cover)
      return showsOne || hasProblems ? [file] : []
    })
  }
}

/** Files are read in any order; published content has the same order every time. */
function sortByKey(map: Map<string, unknown>): void {
  const sorted = [...map].sort(([a], [b]) => (a < b ? -1 : 1))
  map.clear()
  for (const [key, value] of sorted) map.set(key, value)
}

function cites(file: string): boolean {
  return existsSync(file) && readFileSync(file, 'utf8').includes('[@')
}
