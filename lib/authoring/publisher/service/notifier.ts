/** Milliseconds until a notification that the server did not accept is sent again: it may still be starting. */
const retryDelay = 250
/** How long the server may take to respond, in milliseconds. */
const timeout = 10_000

/** Notifies the server of expired cache tags. */
export interface Notifier {
  /**
   * Send tags, with those that earlier notifications could not deliver. Retries until the server accepts them.
   *
   * @returns a promise that resolves after the first attempt
   */
  notify(tags: readonly string[]): Promise<void>
  /** Remove and return the tags that are not delivered, to deliver them in another way. */
  takeUndelivered(): string[]
}

/**
 * Create a notifier.
 *
 * @param server its address; undefined in development, where the open page polls instead
 */
export function createNotifier(server: string | undefined, token: string): Notifier {
  const undelivered = new Set<string>()

  async function notify(tags: readonly string[]): Promise<void> {
    for (const tag of tags) undelivered.add(tag)
    if (!server || undelivered.size === 0) return
    const sending = [...undelivered]
    try {
      const response = await fetch(`${server}/api/revalidate`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ tags: sending }),
        signal: AbortSignal.timeout(timeout),
      })
      if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
      for (const tag of sending) undelivered.delete(tag)
    } catch {
      setTimeout(() => void notify([]), retryDelay)
    }
  }

  return {
    notify,
    takeUndelivered() {
      const tags = [...undelivered]
      undelivered.clear()
      return tags
    },
  }
}
