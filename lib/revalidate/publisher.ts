import 'server-only'
import { settings } from '../settings'

/** What the publisher answers when it has published (`lib/publisher/main.ts`). */
export interface PublisherAnswer {
  commit?: string
  files: string[]
  tags: string[]
  problems: { file: string; line: number; column: number; message: string }[]
}

/** The publisher starts beside the server, and again where it fell: it is waited for this long, in milliseconds. */
const longestStart = 10_000
/** A pull and what it brings to compile take this long at most, in milliseconds. */
const longestPublication = 60_000

/**
 * Have the publisher beside this server publish what is there, after a pull where `pulls` says so.
 *
 * @returns undefined where there is no publisher: on Vercel, or where the server runs alone
 * @throws with the publisher's words where it could not
 */
export async function askPublisher(pulls: boolean): Promise<PublisherAnswer | undefined> {
  if (!settings.publisherUrl()) return undefined
  const response = await askWhenThere(pulls ? '/pull' : '/publish')
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.error)
  return answer
}

/** What the publisher says of itself; undefined where there is none. It is given a quarter of a second. */
export async function askPublisherHealth(): Promise<Record<string, unknown> | undefined> {
  if (!settings.publisherUrl()) return undefined
  try {
    return await (await ask('/health', 'GET', 250)).json()
  } catch {
    return { watching: false }
  }
}

async function askWhenThere(path: string): Promise<Response> {
  const began = Date.now()
  for (;;) {
    try {
      return await ask(path, 'POST', longestPublication)
    } catch (error) {
      const isRefused = (error as { cause?: { code?: string } }).cause?.code === 'ECONNREFUSED'
      if (!isRefused || Date.now() - began > longestStart) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

function ask(path: string, method: string, timeout: number): Promise<Response> {
  return fetch(settings.publisherUrl() + path, {
    method,
    headers: { authorization: `Bearer ${settings.token()}` },
    signal: AbortSignal.timeout(timeout),
    cache: 'no-store',
  })
}
