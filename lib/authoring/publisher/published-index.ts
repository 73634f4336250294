import { statSync } from 'node:fs'
import { join } from 'node:path/posix'
import { type Published, type PublishedState, publishedRoot } from '../../published/types'
import { readJson } from '../../store/store'

/** The index of published content, and changes that other publishers of the same folder make to it. */
export class PublishedIndex {
  private readonly file: string
  private readonly state: string
  private latest: Published | undefined
  /** Stamp of the file that this process read or wrote last. */
  private stamp: string

  constructor(root = publishedRoot) {
    this.file = join(root, 'content.json')
    this.state = join(root, 'state.json')
    this.latest = readJson<Published>(this.file)
    this.stamp = stampOf(this.file)
  }

  /** The content that this process read at its start, or published last; undefined if there is none. */
  get published(): Published | undefined {
    return this.latest
  }

  /** Version of the published content (`PublishedState`); undefined if there is none. */
  version(): string | undefined {
    return readJson<PublishedState>(this.state)?.version
  }

  /**
   * Read the index again if another publisher has replaced it.
   *
   * @returns the other content if it differs from ours, or `damaged` if it cannot be read
   */
  readExternalChange(): Published | 'damaged' | undefined {
    const stamp = stampOf(this.file)
    if (stamp === this.stamp) return undefined
    this.stamp = stamp
    const foreign = readJson<Published>(this.file)
    if (!foreign) return 'damaged'
    return JSON.stringify(foreign) === JSON.stringify(this.latest) ? undefined : foreign
  }

  /** Record what this process has written, so that `readExternalChange` does not report it. */
  markWritten(published: Published): void {
    this.latest = published
    this.stamp = stampOf(this.file)
  }
}

/** Differs if the file was replaced or modified. */
function stampOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats ? `${stats.mtimeMs} ${stats.ino} ${stats.size}` : ''
}
