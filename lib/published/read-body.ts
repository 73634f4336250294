import { join } from 'node:path'
import { type PrintedBody, readBody, readShown, readTexts, type Shown } from '../markdown/print/body'
import type { Texts } from '../markdown/print/passages'
import { siteFolder } from '../site/folders.mjs'
import { reportDamage } from './report-damage'
import { publishedRoot } from './types'

/** Read a published body. @throws if it cannot be read, after a request to the publisher to rebuild it */
function readOrReport<T>(read: () => T, key: string): T {
  try {
    return read()
  } catch (error) {
    reportDamage(join(publishedRoot, 'bodies', key), error)
    throw error
  }
}

/** Read a published body. Synchronous, because React renders client components on the server synchronously. */
export const readPrinted: (key: string) => PrintedBody = withRecentBodies(readBody)

/** Read the texts of a published body that are searched; undefined while the body is damaged. */
export function readPrintedTexts(key: string): Texts | undefined {
  const read = () => readTexts(join(siteFolder(), publishedRoot, 'bodies'), key)
  try {
    return readOrReport(read, key)
  } catch {
    return undefined
  }
}

/** Read the passages of a published body that search results show. */
export const readPrintedShown: (key: string) => Shown = withRecentBodies(readShown)

const maxRecent = 12

/**
 * Keep the bodies that were read last. A page reads its body once for each static piece, and a query that grows by one
 * letter finds mostly the same bodies.
 */
function withRecentBodies<T>(read: (folder: string, key: string) => T): (key: string) => T {
  const recent = new Map<string, T>()
  return (key) => {
    const cached = recent.get(key)
    if (cached) return cached
    const value = readOrReport(() => read(join(siteFolder(), publishedRoot, 'bodies'), key), key)
    recent.set(key, value)
    const [oldest] = recent.keys()
    if (recent.size > maxRecent && oldest) recent.delete(oldest)
    return value
  }
}
