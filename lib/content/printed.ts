import { join } from 'node:path'
import { type PrintedBody, readBody, readShown, type Shown } from '../markdown/body'
import { publishedRoot } from './types'

/** Read a published body. Synchronous, because server rendering of a client component cannot wait. */
export const readPrinted: (key: string) => PrintedBody = remembering(readBody)

/** Read what search shows of a published body. */
export const readPrintedShown: (key: string) => Shown = remembering(readShown)

const kept = 12

/** A page reads its body for each static piece, and the next letter of a question finds much of the same: the last few stay open. */
function remembering<T>(read: (folder: string, key: string) => T): (key: string) => T {
  const recent = new Map<string, T>()
  return (key) => {
    const known = recent.get(key)
    if (known) return known
    const value = read(join(process.cwd(), publishedRoot, 'bodies'), key)
    recent.set(key, value)
    const [oldest] = recent.keys()
    if (recent.size > kept && oldest) recent.delete(oldest)
    return value
  }
}
