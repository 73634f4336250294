import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import * as v from 'valibot'
import { translate } from '../../../site/messages/translate.mjs'
import { SourceError } from '../source-error'

const manifestSchema = v.object({
  version: v.literal(1),
  documents: v.record(
    v.string(),
    v.object({
      /** Hash of the document in the source. */
      source: v.string(),
      /** Path of the article, from the site's folder. */
      file: v.string(),
      /** Hashes of the written files by path. */
      files: v.record(v.string(), v.string()),
    }),
  ),
  /** Hash of the written redirects. */
  redirects: v.optional(v.string()),
})

/** What an import wrote, so that the next one recognises what the author changed since then. */
export type Manifest = v.InferOutput<typeof manifestSchema>
/** What was written of one document. */
export type WrittenDocument = Manifest['documents'][string]

/** Read the manifest of an earlier import; empty if there is none. @throws if it is damaged */
export function readManifest(file: string): Manifest {
  if (!existsSync(file)) return { version: 1, documents: {} }
  try {
    return v.parse(manifestSchema, JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    throw new SourceError(
      translate`${file} is damaged. Restore it from git. Without it, the import cannot tell which files you edited; if you delete it, files that exist are kept.`,
    )
  }
}

/** Hash of a text or a file. */
export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32)
}

/** Hash of a file; undefined if it does not exist. */
export function hashOfFile(path: string): string | undefined {
  return existsSync(path) ? hashOf(readFileSync(path)) : undefined
}
