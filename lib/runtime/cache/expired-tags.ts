/**
 * When each cache tag last expired, in milliseconds. One per process: the page cache and the function cache read it, and
 * the shared cache adds what expired on other instances.
 */
const expirations = new Map<string, number>()

const listeners = new Set<(tags: readonly string[]) => void>()

/** Expire tags now: entries whose rendering began earlier are stale. */
export function expireTags(tags: readonly string[]): void {
  const now = Date.now()
  for (const tag of tags) expirations.set(tag, now)
  for (const listener of listeners) listener(tags)
}

/** Call back after tags have expired. */
export function onExpiration(listener: (tags: readonly string[]) => void): void {
  listeners.add(listener)
}

/** Did one of these tags expire at this instant or after it? */
export function areExpiredSince(tags: readonly string[], instant: number): boolean {
  return tags.some((tag) => (expirations.get(tag) ?? 0) >= instant)
}

/** The last instant at which one of these tags expired; 0 if none did. */
export function lastExpiration(tags: readonly string[]): number {
  return Math.max(0, ...tags.map((tag) => expirations.get(tag) ?? 0))
}
