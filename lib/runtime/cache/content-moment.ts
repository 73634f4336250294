import { onExpiration } from './expired-tags'
import { readPublishedState } from './published-state'

/** How often cache tags have expired in this process. */
let expirations = 0
onExpiration(() => expirations++)

/**
 * Names the content that readers see now: it changes whenever content is published, when a scheduled post appears, and when cache
 * tags expire, which is when the caches of queries have the published content.
 *
 * @returns undefined while nothing is published
 */
export function contentMoment(): string | undefined {
  const state = readPublishedState()
  if (!state) return undefined
  const now = Date.now()
  const appeared = state.publications.filter((instant) => instant <= now).length
  return `${state.version} ${appeared} ${expirations}`
}
