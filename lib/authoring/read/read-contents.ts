import { availableParallelism } from 'node:os'
import type { Problem } from '../../markdown/problems/problem'
import type { Site } from '../../site/config'
import { translate } from '../../site/messages/translate.mjs'
import { plural } from '../../site/plural.mjs'
import { openCompilerPool } from '../compile/pool'
import { typeOfFile } from '../front-matter/document-types'
import { listContent } from './list-content'
import { createProgress } from './progress'
import type { ReadResult } from './read-document'
import type { CompiledDocument } from './shape-documents'

/** The current content of `content/`, and the settings it was read with. */
export interface Contents {
  site: Site
  /** By path from the project's root, in alphabetical order. */
  entries: Map<string, ReadResult>
  /** The problems in `content/references.bib`. */
  bibliography: readonly Problem[]
}

/**
 * Read and compile every document on all cores.
 *
 * @param log receives the progress, and how many documents were compiled
 */
export async function readContents(site: Site, log: (line: string) => void = console.log): Promise<Contents> {
  const files = listContent().filter((file) => typeOfFile(file))
  // One worker reads the bibliography, even if there are no documents.
  const size = Math.min(availableParallelism(), Math.max(1, Math.ceil(files.length / filesPerWorker)))
  const pool = openCompilerPool({ size })
  try {
    // Otherwise all but the first would start when the bibliography has been read.
    pool.warmUp(size)
    const logProgress = createProgress(files.length, log)
    const bibliography = await pool.readBibliography(site)
    const read = await Promise.all(
      files.map(async (file) => {
        const entry = await pool.read(file, site)
        logProgress()
        return entry && ([file, entry] as const)
      }),
    )
    const entries = new Map(read.filter((entry) => entry !== undefined))
    const compiled = [...entries.values()].filter(({ isCompiled }) => isCompiled).length
    // Shows in the log of a host whether it kept the build cache.
    log(translate`Compiled ${compiled} of ${plural(entries.size, 'file')}; the others were unchanged.`)
    return { site, entries, bibliography }
  } finally {
    pool.close()
  }
}

/**
 * The documents that are checked. One with invalid front matter is included with its valid fields, so that a wrong field hides
 * no other problem. Fewer than entries if one could not be read at all.
 */
export function documentsToCheck(entries: Contents['entries']): CompiledDocument[] {
  return [...entries.values()].flatMap(({ document, partial }) => document ?? partial ?? [])
}

/** A worker takes a second to start, which pays off for at least this many files. */
const filesPerWorker = 20
