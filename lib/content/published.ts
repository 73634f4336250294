import 'server-only'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Published, type PublishedState, publishedRoot } from './types'

const readIndex = remembered<Published>(() => join(process.cwd(), publishedRoot, 'content.json'))
const readState = remembered<PublishedState>(() => join(process.cwd(), publishedRoot, 'state.json'))

/** The published index. */
export function readPublished(): Published {
  return readIndex().value
}

/** Changes whenever content is published. */
export function publishedVersion(): string {
  return readIndex().stamp
}

/** What serving needs to know of the published content. */
export function readPublishedState(): PublishedState {
  return readState().value
}

/** Was there a post of this slug that is deleted? */
export function isGone(slug: string): boolean {
  return readPublishedState().gone.includes(slug)
}

interface Known<T> {
  stamp: string
  value: T
}

/**
 * A published file, read once and kept until it is replaced: a check costs one `stat`.
 * This is a memo of a file, not state: every process sees what lies on the disk. Pages and routes are bundled apart, and
 * would each hold a copy: one memo a process.
 */
function remembered<T>(path: () => string): () => Known<T> {
  const memos = globalThis as { lemmaPublished?: Map<string, Known<unknown>> }
  memos.lemmaPublished ??= new Map()
  const memo = memos.lemmaPublished as Map<string, Known<T>>
  return () => {
    const file = path()
    const { mtimeMs, ino, size } = statSync(/* turbopackIgnore: true */ file)
    const stamp = `${mtimeMs}-${ino}-${size}`
    const known = memo.get(file)
    if (known?.stamp === stamp) return known
    // The old one is not needed to read the new one: of 10,000 posts it takes 20 MB.
    memo.delete(file)
    const read = { stamp, value: JSON.parse(readFileSync(/* turbopackIgnore: true */ file, 'utf8')) }
    memo.set(file, read)
    return read
  }
}
