import 'server-only'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { siteFolder } from '../site/folders.mjs'
import { reportDamage } from './report-damage'
import { type Published, type PublishedState, publishedRoot } from './types'

const readIndex = cachedFile<Published>(() => join(siteFolder(), publishedRoot, 'content.json'))
const readState = cachedFile<PublishedState>(() => join(siteFolder(), publishedRoot, 'state.json'))

/** The published index. */
export function readPublished(): Published {
  return readIndex().value
}

/** Changes whenever content is published. */
export function publishedVersion(): string {
  return readIndex().stamp
}

/** The published state that the server needs. */
export function readPublishedState(): PublishedState {
  return readState().value
}

/** Was a post deleted? @param name its slug, or its path if its URL had another pattern than `/posts/:slug` */
export function isGone(name: string): boolean {
  return readPublishedState().gone.includes(name)
}

interface CachedFile<T> {
  stamp: string
  value: T
}

/**
 * Read a published file once and cache its value until the file is replaced; each call costs one `stat`. While the file is
 * damaged, the last valid value is used.
 * The cache is on `globalThis` because Next bundles pages and routes separately: a module variable would hold a copy in
 * each bundle.
 */
function cachedFile<T>(path: () => string): () => CachedFile<T> {
  const globals = globalThis as { lemmaPublished?: Map<string, CachedFile<unknown>> }
  globals.lemmaPublished ??= new Map()
  const cache = globals.lemmaPublished as Map<string, CachedFile<T>>
  return () => {
    const file = path()
    const cached = cache.get(file)
    try {
      const { mtimeMs, ino, size } = statSync(/* turbopackIgnore: true */ file)
      const stamp = `${mtimeMs}-${ino}-${size}`
      if (cached?.stamp === stamp) return cached
      const read = { stamp, value: JSON.parse(readFileSync(/* turbopackIgnore: true */ file, 'utf8')) }
      cache.set(file, read)
      return read
    } catch (error) {
      reportDamage(file, error)
      if (cached) return cached
      throw error
    }
  }
}
