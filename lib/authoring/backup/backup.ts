/** Backups of sites (`npm run backup`, `npm run restore`). */
export { BackupError } from './backup-error'
export { createBackup } from './create-backup'
export { megabytes } from './disk-space'
export { restoreBackup } from './restore-backup'
