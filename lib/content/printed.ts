import { join } from 'node:path'
import { type PrintedBody, readBody } from '../markdown/body'
import { publishedRoot } from './types'

/** A page reads its body for each static piece: the last few stay open. */
const recent = new Map<string, PrintedBody>()
const kept = 24

/** Read a published body. Synchronous, because server rendering of a client component cannot wait. */
export function readPrinted(key: string): PrintedBody {
  const known = recent.get(key)
  if (known) return known
  const printed = readBody(join(process.cwd(), publishedRoot, 'bodies'), key)
  recent.set(key, printed)
  const [oldest] = recent.keys()
  if (recent.size > kept && oldest) recent.delete(oldest)
  return printed
}
