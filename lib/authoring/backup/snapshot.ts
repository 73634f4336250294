import { createHash } from 'node:crypto'
import { type BigIntStats, createReadStream } from 'node:fs'
import { constants, copyFile, mkdir, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path/posix'
import { pipeline } from 'node:stream/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { translate } from '../../site/messages/translate.mjs'
import { BackupError } from './backup-error'

/** A file of a snapshot. */
export interface CopiedFile {
  size: number
  sha256: string
}

/** A copy, and the state of the file that it shows; undefined if the file was being written. */
interface Copy extends CopiedFile {
  stamp: string | undefined
}

/** Passes over all files until one finds no change, and the milliseconds between two. */
const maxPasses = 40
const pause = 50

/** Two writes within this time, in milliseconds, may leave the same time on a file. */
const clockTick = 20

/**
 * Copies of files as they were at one moment, although other programs write them. It copies what changed since the last
 * pass, until a pass finds that nothing changed.
 */
export class Snapshot {
  private readonly copies = new Map<string, Copy>()

  /**
   * @param site folder of the files
   * @param target folder of the copies
   * @param list the files with their current state
   */
  constructor(
    private readonly site: string,
    private readonly target: string,
    private readonly list: () => ReadonlyMap<string, BigIntStats>,
  ) {}

  /** Copy what changed since the last pass. @returns the changed paths */
  async copyChanges(): Promise<string[]> {
    const files = this.list()
    const removed = [...this.copies.keys()].filter((path) => !files.has(path))
    const changed = [...files].flatMap(([path, stats]) =>
      this.copies.get(path)?.stamp === stampOf(stats) ? [] : path,
    )
    for (const path of removed) await this.remove(path)
    for (const path of changed) await this.copy(path)
    return [...removed, ...changed]
  }

  /**
   * Repeat passes until nothing changes.
   *
   * @throws BackupError if files keep changing
   */
  async settle(): Promise<ReadonlyMap<string, CopiedFile>> {
    let changed: string[] = []
    for (let pass = 0; pass < maxPasses; pass++) {
      changed = await this.copyChanges()
      if (changed.length === 0) return this.copies
      await wait(pause)
    }
    throw new BackupError(
      translate`${changed[0]} changed each time it was read. Run the command again when no program writes it.`,
    )
  }

  private async remove(path: string): Promise<void> {
    await rm(join(this.target, path), { force: true })
    this.copies.delete(path)
  }

  private async copy(path: string): Promise<void> {
    const source = join(this.site, path)
    const target = join(this.target, path)
    await mkdir(dirname(target), { recursive: true })
    try {
      const began = Date.now()
      const before = await stat(source, { bigint: true })
      await copyFile(source, target, constants.COPYFILE_FICLONE)
      const after = stampOf(await stat(source, { bigint: true }))
      const isSettled = stampOf(before) === after && Math.abs(began - Number(before.mtimeMs)) > clockTick
      await utimes(target, before.atime, before.mtime)
      const { size } = await stat(target)
      this.copies.set(path, { size, sha256: await hashFile(target), stamp: isSettled ? after : undefined })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      await this.remove(path)
    }
  }
}

function stampOf({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return [dev, ino, size, mtimeNs, ctimeNs].join(' ')
}

async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
