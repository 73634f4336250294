import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { extract } from 'tar'
import { publishedRoot } from '../../published/types'
import { siteParts } from '../../site/folders.mjs'
import { translate } from '../../site/messages/translate.mjs'
import { plural } from '../../site/plural.mjs'
import { renameOver } from '../../store/windows.mjs'
import { BackupError } from './backup-error'
import { requireSpace } from './disk-space'
import { type Manifest, manifestName } from './manifest'
import { isPartBesideEngine, replacedPrefix } from './parts'
import { withTemporaryFolder } from './temporary-folder'
import { verifyArchive } from './verify-archive'

export interface RestoreOptions {
  archive: string
  /** The folder of the site. */
  target: string
  engine: string
  /** Restore into a folder that contains something. */
  force: boolean
  now: Date
  log: (text: string) => void
}

/** A site that was restored. */
export interface Restored {
  manifest: Manifest
  files: number
  /** The folder with the files that were replaced; undefined if there were none. */
  replaced: string | undefined
}

/**
 * Restore a site from an archive. The archive is verified first. The files are written beside the current ones, which then
 * move into a folder of their own: nothing is deleted.
 *
 * @throws BackupError if the archive is damaged, or if the folder contains something
 */
export async function restoreBackup({
  archive,
  target,
  engine,
  force,
  now,
  log,
}: RestoreOptions): Promise<Restored> {
  if (!statSync(archive, { throwIfNoEntry: false })?.isFile())
    throw new BackupError(translate`The archive ${archive} does not exist.`)
  checkTarget(target, force)
  log(translate`Verifying ${archive}…`)
  const manifest = await verifyArchive(archive)
  const ofEngine = target === engine && manifest.parts.find((part) => !isPartBesideEngine(part))
  if (ofEngine)
    throw new BackupError(
      translate`${ofEngine} in the backup of a site with a folder of its own would replace a file of the engine. Restore it to another folder.`,
    )
  mkdirSync(target, { recursive: true })
  const sizes = Object.values(manifest.files).map(({ size }) => size)
  requireSpace(
    target,
    sizes.reduce((sum, size) => sum + size, 0),
  )
  log(translate`Writing ${plural(sizes.length, 'file')}…`)
  const replaced = await withTemporaryFolder(join(target, '.restore-'), async (work) => {
    await extract({ file: archive, cwd: work, strict: true, filter: (path) => path !== manifestName })
    return replaceParts(manifest.parts, work, target, now)
  })
  return { manifest, files: sizes.length, replaced }
}

function checkTarget(target: string, force: boolean): void {
  const stats = statSync(target, { throwIfNoEntry: false })
  if (stats && !stats.isDirectory()) throw new BackupError(translate`${target} is a file; expected a folder.`)
  if (stats && !force && readdirSync(target).length > 0)
    throw new BackupError(
      translate`${target} is not empty. Name a new folder, or add --force: files that are replaced move into a folder ${replacedPrefix}… there.`,
    )
}

/**
 * Move the current parts away and the restored ones to their places. If one cannot be moved, all are moved back.
 *
 * @returns the folder of the current parts; undefined if there were none
 */
function replaceParts(parts: readonly string[], work: string, target: string, now: Date): string | undefined {
  const replaced = join(target, `${replacedPrefix}${now.toISOString().slice(0, 19).replace(/[T:]/g, '-')}`)
  // Parts that the backup does not have would change the restored site.
  const current = [...new Set([...siteParts, publishedRoot, ...parts])]
  const moves = [
    ...current.map((part) => ({ from: join(target, part), to: join(replaced, part) })),
    ...parts.map((part) => ({ from: join(work, part), to: join(target, part) })),
  ]
  const done: typeof moves = []
  try {
    for (const { from, to } of moves) {
      if (!existsSync(from)) continue
      mkdirSync(dirname(to), { recursive: true })
      renameOver(from, to)
      done.push({ from, to })
    }
  } catch (error) {
    for (const { from, to } of done.reverse()) renameOver(to, from)
    throw error
  }
  return existsSync(replaced) ? replaced : undefined
}
