import 'server-only'
import { settings } from '../../site/settings'

/** The publisher's response (`lib/authoring/publisher/service/http.ts`). */
export interface PublisherResponse {
  commit?: string
  files: string[]
  /** Cache tags to expire: the publisher does not notify the server of them. */
  tags: string[]
  problems: { file: string; line: number; column: number; message: string }[]
}

/** How long to wait for the publisher while it starts or restarts, in milliseconds. */
const startTimeout = 10_000
/** How long a pull and the publication of its changes may take, in milliseconds. */
const publicationTimeout = 60_000

/**
 * Make the publisher publish what changed, after a `git pull` if `pulls` is set.
 *
 * @returns undefined if there is no publisher: on Vercel, or if the server runs alone
 * @throws with the publisher's error message
 */
export async function requestPublication({
  pulls,
}: {
  pulls: boolean
}): Promise<PublisherResponse | undefined> {
  if (!settings.publisherUrl()) return undefined
  const response = await sendWhenStarted(pulls ? '/pull' : '/publish')
  const body = await response.json()
  if (!response.ok) throw new Error(body.error)
  return body
}

/** The publisher's health; undefined if there is no publisher. Waits at most a quarter of a second. */
export async function fetchPublisherHealth(): Promise<Record<string, unknown> | undefined> {
  if (!settings.publisherUrl()) return undefined
  try {
    return await (await send('/health', 'GET', 250)).json()
  } catch {
    return { watching: false }
  }
}

async function sendWhenStarted(path: string): Promise<Response> {
  const started = Date.now()
  for (;;) {
    try {
      return await send(path, 'POST', publicationTimeout)
    } catch (error) {
      const isRefused = (error as { cause?: { code?: string } }).cause?.code === 'ECONNREFUSED'
      if (!isRefused || Date.now() - started > startTimeout) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

function send(path: string, method: string, timeout: number): Promise<Response> {
  return fetch(settings.publisherUrl() + path, {
    method,
    headers: { authorization: `Bearer ${settings.token()}` },
    signal: AbortSignal.timeout(timeout),
    cache: 'no-store',
  })
}
