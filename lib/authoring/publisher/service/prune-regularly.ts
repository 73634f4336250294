import { prune } from '../../publish/prune'
import type { Publisher } from '../publisher'
import type { PublishingService } from './publishing-service'

/** Milliseconds between two checks for files that are no longer used. */
const interval = 10 * 60_000

/**
 * Regularly remove files that are no longer used. A page that is being rendered may still read the previous publication:
 * a file is removed when it was unused at two checks in a row.
 */
export function pruneRegularly(publisher: Publisher, service: PublishingService): void {
  let before = publisher.filesInUse()
  const check = async () => {
    const now = publisher.filesInUse()
    const earlier = before
    before = now
    if (now.size > 0) prune((file) => now.has(file) || earlier.has(file))
  }
  setInterval(() => service.inTurn(check).catch(() => {}), interval).unref()
}
