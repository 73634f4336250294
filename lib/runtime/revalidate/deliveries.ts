import { join } from 'node:path'
import { siteFolder } from '../../site/folders.mjs'
import { readJson, writeAtomically } from '../../store/store'

const maxProcessed = 1000
const file = () => join(siteFolder(), '.next/cache/deliveries.json')

/** Read once, and kept because a host without a disk to write to would forget them. */
let processed: Set<string> | undefined

function readProcessed(): Set<string> {
  processed ??= new Set(readJson<string[]>(file()) ?? [])
  return processed
}

/**
 * Was a delivery of a webhook processed, also before the last restart? Hosts send a delivery again on request, and anyone who
 * recorded it can replay it.
 */
export function isProcessed(delivery: string): boolean {
  return readProcessed().has(delivery)
}

/** Remember a delivery. The oldest of 1,000 is forgotten. */
export function markProcessed(delivery: string): void {
  const ids = readProcessed()
  ids.add(delivery)
  const [oldest] = ids
  if (ids.size > maxProcessed && oldest !== undefined) ids.delete(oldest)
  try {
    writeAtomically(file(), JSON.stringify([...ids]))
  } catch {
    // The disk of a function on Vercel cannot be written.
  }
}
