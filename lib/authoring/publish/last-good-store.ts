import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path/posix'
import { publishedRoot } from '../../published/types'
import { hash, readJson, writeAtomically } from '../../store/store'
import { version } from '../compile/source-key'
import type { CompiledDocument } from '../read/shape-documents'

/** The published version of a file, and the version of the pipeline that compiled it. */
interface LastGood {
  version: string
  document: CompiledDocument
}

const folder = join(publishedRoot, 'documents')

/** Path below `.lemma/` of a file's last good version. */
export function lastGoodPath(file: string): string {
  return join('documents', `${hash(file)}.json`)
}

/**
 * Read the published version of each file. A publisher that starts needs them to know which files are unchanged, and what to
 * keep online of a file that has errors now. Those of another version of the pipeline are ignored.
 */
export function readLastGood(): Map<string, CompiledDocument> {
  const documents = new Map<string, CompiledDocument>()
  if (!existsSync(folder)) return documents
  for (const name of readdirSync(folder)) {
    if (!name.endsWith('.json')) continue
    const record = readJson<LastGood>(join(folder, name))
    if (record?.version === version) documents.set(record.document.located.file, record.document)
  }
  return documents
}

/** Documents that this process has written already. */
const written = new WeakSet<CompiledDocument>()

/** Write the published versions that are not written yet. */
export function writeLastGood(documents: Iterable<CompiledDocument>): void {
  for (const document of documents) {
    if (written.has(document)) continue
    const record: LastGood = { version, document }
    writeAtomically(join(publishedRoot, lastGoodPath(document.located.file)), JSON.stringify(record))
    written.add(document)
  }
}
