import { existsSync, linkSync, mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { create } from 'tar'
import { publishedRoot } from '../../published/types'
import { translate } from '../../site/messages/translate.mjs'
import { plural } from '../../site/plural.mjs'
import { withLock } from '../publisher/lock'
import { BackupError } from './backup-error'
import { megabytes, requireSpace } from './disk-space'
import { manifestName, printManifest } from './manifest'
import { archivePrefix, backupFolder, isWithin, listFilesOf, listParts, type SiteFolders } from './parts'
import { type CopiedFile, Snapshot } from './snapshot'
import { withTemporaryFolder } from './temporary-folder'

export interface BackupOptions extends SiteFolders {
  /** The archive, or an existing folder for it. */
  output: string
  /** Version of Lemma. */
  version: string
  now: Date
  log: (text: string) => void
}

/** A backup that was written. */
export interface Backup {
  archive: string
  files: number
  /** Size of the archive in bytes. */
  size: number
}

/**
 * Write a site into an archive, also while it is served and edited.
 *
 * @throws BackupError if the archive exists, would be part of later backups, or does not fit on the disk
 */
export async function createBackup({
  output,
  version,
  now,
  log,
  ...folders
}: BackupOptions): Promise<Backup> {
  const archive = nameArchive(output, now)
  checkOutput(archive, folders)
  const folder = dirname(archive)
  mkdirSync(folder, { recursive: true })
  const parts = listParts(folders)
  const { files, broken } = listFilesOf(folders.site, parts)
  const size = [...files.values()].reduce((sum, stats) => sum + Number(stats.size), 0)
  // The copies, and the archive if nothing can be compressed.
  requireSpace(folder, size * 2)
  for (const path of broken) log(translate`${path} is a symbolic link that leads nowhere; left out.`)
  log(translate`Reading ${plural(files.size, 'file')} (${megabytes(size)})…`)
  return withTemporaryFolder(join(folder, `.${archivePrefix}`), async (work) => {
    const copies = join(work, 'site')
    const copied = await copyWhileServed(folders.site, parts, copies)
    const present = parts.filter((part) => [...copied.keys()].some((path) => isWithin(path, part)))
    const manifest = {
      lemma: version,
      created: now.toISOString(),
      parts: present,
      files: withoutStamps(copied),
    }
    writeFileSync(join(copies, manifestName), printManifest(manifest))
    log(translate`Writing the archive…`)
    const finished = join(work, 'archive')
    await pack(copies, finished, [manifestName, ...copied.keys()])
    moveWithoutReplacing(finished, archive)
    return { archive, files: copied.size, size: statSync(archive).size }
  })
}

/** Write files into an archive that only this user can read. */
async function pack(folder: string, archive: string, paths: readonly string[]): Promise<void> {
  // `tar` would read a name that starts with @ as that of an archive.
  const entries = paths.map((path) => (path.startsWith('@') ? `./${path}` : path))
  const options = { file: archive, gzip: true, portable: true, strict: true, mode: 0o600 }
  await create({ ...options, cwd: folder }, entries)
}

/**
 * Copy the site as it is at one moment. Most files are copied while the site is published as usual. Those that changed during
 * that are copied again while no publication is written, so that all published files belong to the same publication.
 */
async function copyWhileServed(
  site: string,
  parts: readonly string[],
  copies: string,
): Promise<ReadonlyMap<string, CopiedFile>> {
  mkdirSync(copies)
  const snapshot = new Snapshot(site, copies, () => listFilesOf(site, parts).files)
  await snapshot.copyChanges()
  const published = join(site, publishedRoot)
  return existsSync(published)
    ? withLock(join(published, 'publishing.lock'), () => snapshot.settle())
    : snapshot.settle()
}

function nameArchive(output: string, now: Date): string {
  const isFolder = statSync(output, { throwIfNoEntry: false })?.isDirectory() ?? false
  const time = now.toISOString().slice(0, 19).replace(/[T:]/g, '-')
  return resolve(isFolder ? join(output, `${archivePrefix}${time}.tar.gz`) : output)
}

function checkOutput(archive: string, folders: SiteFolders): void {
  if (!archive.endsWith('.tar.gz'))
    throw new BackupError(translate`Found the archive ${archive}; expected a name that ends with .tar.gz.`)
  if (existsSync(archive))
    throw new BackupError(translate`${archive} exists already. Choose another name with --output.`)
  const own = relative(folders.site, archive).replaceAll('\\', '/')
  const part = listParts(folders).find((name) => isWithin(own, name))
  if (part !== undefined)
    throw new BackupError(
      translate`${archive} is in ${part}, so later backups would contain it. Choose another folder, such as ${backupFolder}.`,
    )
}

function withoutStamps(copied: ReadonlyMap<string, CopiedFile>): Record<string, CopiedFile> {
  return Object.fromEntries([...copied].map(([path, { size, sha256 }]) => [path, { size, sha256 }]))
}

/** Give the finished archive its name. It fails if another program has since written a file of that name. */
function moveWithoutReplacing(finished: string, archive: string): void {
  try {
    linkSync(finished, archive)
  } catch (error) {
    // File systems without hard links.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' || existsSync(archive)) throw error
    renameSync(finished, archive)
  }
}
