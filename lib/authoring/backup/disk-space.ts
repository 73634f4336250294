import { statfsSync } from 'node:fs'
import { translate } from '../../site/messages/translate.mjs'
import { BackupError } from './backup-error'

/** @throws BackupError if the disk of a folder has less space than this number of bytes */
export function requireSpace(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize < bytes)
    throw new BackupError(
      translate`The disk of ${folder} has ${megabytes(bavail * bsize)} left; expected at least ${megabytes(bytes)}. Free some space, or choose another folder.`,
    )
}

/** A number of bytes, for people: `12.3 MB`. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
