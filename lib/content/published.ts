import 'server-only'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Published, publishedRoot } from './types'

let loaded: { version: string; published: Published } | undefined

/**
 * The published index, read once and kept until the file is replaced: a check costs one `stat`.
 * This is a memo of a file, not state: every process sees what lies on the disk.
 */
export function readPublished(): Published {
  const version = publishedVersion()
  if (loaded?.version !== version)
    loaded = { version, published: JSON.parse(readFileSync(indexPath(), 'utf8')) }
  return loaded.published
}

/** Changes whenever content is published. */
export function publishedVersion(): string {
  const { mtimeMs, ino, size } = statSync(indexPath())
  return `${mtimeMs}-${ino}-${size}`
}

function indexPath(): string {
  return join(process.cwd(), publishedRoot, 'content.json')
}
