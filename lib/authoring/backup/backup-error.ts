/** A backup or a restore that cannot be done, with a message for the author. */
export class BackupError extends Error {}
