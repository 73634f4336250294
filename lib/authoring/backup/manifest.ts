import * as v from 'valibot'
import { translate } from '../../site/messages/translate.mjs'
import { BackupError } from './backup-error'
import { isWithin } from './parts'

/** Name of the manifest, the first file of an archive. */
export const manifestName = 'lemma-backup.json'

/** The format that this version writes and reads. */
const format = 1

/** A path with `/` that stays below the folder to which it is relative, on every system. */
const Path = v.pipe(
  v.string(),
  v.check(
    (path) =>
      !/[\\:\0]/.test(path) && path.split('/').every((name) => name !== '' && name !== '.' && name !== '..'),
  ),
)

const ManifestSchema = v.pipe(
  v.object({
    format: v.literal(format),
    /** Version of Lemma that wrote the archive. */
    lemma: v.string(),
    /** ISO 8601. */
    created: v.string(),
    /** The files and folders that a restore replaces as a whole. */
    parts: v.array(Path),
    files: v.record(Path, v.object({ size: v.number(), sha256: v.string() })),
  }),
  v.check(({ parts, files }) =>
    Object.keys(files).every((path) => parts.some((part) => isWithin(path, part))),
  ),
)

/** What an archive contains. */
export type Manifest = v.InferOutput<typeof ManifestSchema>

/** Print a manifest as a file. */
export function printManifest(manifest: Omit<Manifest, 'format'>): string {
  return `${JSON.stringify({ format, ...manifest }, null, 2)}\n`
}

/**
 * Read a manifest.
 *
 * @param archive its file, for messages
 * @throws BackupError if it has another format, or is damaged
 */
export function parseManifest(text: string, archive: string): Manifest {
  const value = readJson(text)
  if (v.is(v.object({ format: v.number() }), value) && value.format !== format)
    throw new BackupError(
      translate`${archive} has format ${value.format}; this version of Lemma reads format ${format}. Restore it with the version of Lemma that wrote it.`,
    )
  const { success, output } = v.safeParse(ManifestSchema, value)
  if (!success)
    throw new BackupError(
      translate`${archive}: ${manifestName} is damaged, or names files outside of the site. Nothing was restored.`,
    )
  return output
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
