import { createHash } from 'node:crypto'
import { list, type ReadEntry } from 'tar'
import { translate } from '../../site/messages/translate.mjs'
import { plural } from '../../site/plural.mjs'
import { BackupError } from './backup-error'
import { type Manifest, manifestName, parseManifest } from './manifest'

/** A file of an archive, as it was read. */
interface FoundFile {
  path: string
  isFile: boolean
  size: number
  sha256: string
}

/**
 * Read an archive completely, and compare every file with the manifest.
 *
 * @throws BackupError if something is missing, damaged or not in the manifest
 */
export async function verifyArchive(archive: string): Promise<Manifest> {
  const found: FoundFile[] = []
  let text = ''
  try {
    await list({
      file: archive,
      strict: true,
      onReadEntry: (entry) => {
        if (found.length === 0 && entry.path === manifestName)
          entry.on('data', (bytes: Buffer) => {
            text += bytes.toString('latin1')
          })
        found.push(hashEntry(entry))
      },
    })
  } catch (error) {
    throw new BackupError(
      translate`${archive} is damaged, or is not a .tar.gz archive (${(error as Error).message}). Nothing was restored.`,
    )
  }
  if (text === '')
    throw new BackupError(translate`${archive} is not a backup: its first file is not ${manifestName}.`)
  const manifest = parseManifest(Buffer.from(text, 'latin1').toString(), archive)
  compare(archive, manifest, found.slice(1))
  return manifest
}

/** Hash an entry; its values are complete when the archive is read. */
function hashEntry(entry: ReadEntry): FoundFile {
  const hash = createHash('sha256')
  const found = { path: pathOf(entry), isFile: entry.type === 'File', size: 0, sha256: '' }
  entry.on('data', (bytes: Buffer) => {
    hash.update(bytes)
    found.size += bytes.length
  })
  entry.on('end', () => {
    found.sha256 = hash.digest('hex')
  })
  return found
}

/** The path of an entry as in the manifest. */
export function pathOf({ path }: { path: string }): string {
  return path.replace(/^\.\/(?=@)/, '')
}

function compare(archive: string, { files }: Manifest, found: readonly FoundFile[]): void {
  const missing = new Set(Object.keys(files))
  const faults = found.flatMap(({ path, isFile, size, sha256 }) => {
    const expected = Object.hasOwn(files, path) ? files[path] : undefined
    // An archive with a file twice is not ours either.
    if (!missing.delete(path) || !isFile) return translate`${path} does not belong to the backup`
    return expected?.sha256 === sha256 && expected.size === size ? [] : translate`${path} is damaged`
  })
  for (const path of missing) faults.push(translate`${path} is missing`)
  if (faults.length > 0)
    throw new BackupError(
      translate`${archive} has ${plural(faults.length, 'fault')}: ${faults.slice(0, 5).join('; ')}. Nothing was restored. Use another backup.`,
    )
}
