import 'server-only'
import { revalidateTag } from 'next/cache'
import { readPublished } from '../content/published'
import { tags } from '../content/tags'
import { settings } from '../settings'
import { askPublisher } from './publisher'
import { Refusal, type RevalidateRequest, readRequest } from './request'
import { tagsOfFile, tagsOfPath } from './tags-of'

/** Deliveries that were carried out: GitHub sends one again when asked to, and so may somebody else. */
const delivered = new Set<string>()
const remembered = 1000

/** Answer `POST /api/revalidate`: what was refreshed, and how long it took in milliseconds. */
export async function answerRevalidate(request: Request): Promise<Response> {
  const began = performance.now()
  const answer = (status: number, body: Record<string, unknown>) =>
    Response.json(
      { ...body, duration: Math.round(performance.now() - began) },
      { status, headers: { 'cache-control': 'no-store' } },
    )
  try {
    const asked = await readRequest(request)
    if (asked.from === 'github' && delivered.has(asked.delivery))
      return answer(200, { refreshed: [], ignored: `delivery ${asked.delivery} was carried out already` })
    const result = await carryOut(asked)
    if (asked.from === 'github') remember(asked.delivery)
    return answer(200, result)
  } catch (error) {
    if (error instanceof Refusal) return answer(error.status, { error: error.message })
    console.error('Revalidation failed.', error)
    return answer(502, { error: error instanceof Error ? error.message : 'Revalidation failed.' })
  }
}

async function carryOut(asked: RevalidateRequest): Promise<Record<string, unknown>> {
  if (asked.from === 'publisher') return { refreshed: expire(asked.tags) }
  if (asked.from === 'github' && asked.event === 'ping') return { refreshed: [], ping: 'pong' }
  const published = await askPublisher(settings.pullsFirst())
  const refreshed = expire([...(published?.tags ?? []), ...tagsOf(asked)])
  return {
    refreshed,
    ...(published && { files: published.files, problems: published.problems }),
    ...(published?.commit && { commit: published.commit }),
  }
}

function tagsOf(asked: Exclude<RevalidateRequest, { from: 'publisher' }>): string[] {
  if (asked.from === 'github') return asked.files.flatMap((file) => tagsOfFile(file, readPublished()))
  return [
    ...asked.slugs.flatMap((slug) => [tags.post(slug), tags.lists]),
    ...asked.paths.flatMap((path) =>
      path.startsWith('/') ? tagsOfPath(path) : tagsOfFile(path, readPublished()),
    ),
    ...asked.tags,
  ]
}

/** The next request for whatever carries one of these tags waits for the new page. */
function expire(names: readonly string[]): string[] {
  const unique = [...new Set(names)]
  for (const name of unique) revalidateTag(name, { expire: 0 })
  return unique
}

function remember(delivery: string): void {
  delivered.add(delivery)
  const [oldest] = delivered
  if (delivered.size > remembered && oldest !== undefined) delivered.delete(oldest)
}
