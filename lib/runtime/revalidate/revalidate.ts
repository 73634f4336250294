import { translate } from '../../site/messages/translate.mjs'
import 'server-only'
import { revalidateTag } from 'next/cache'
import { tags } from '../../published/cache-tags'
import { readPublished } from '../../published/read-index'
import { settings } from '../../site/settings'
import { isProcessed, markProcessed } from './deliveries'
import { requestPublication } from './publisher'
import { Refusal, type RevalidateRequest, readRequest } from './request'
import { tagsOfPath } from './tags-of-path'

/** Respond to `POST /api/revalidate` with the expired tags and the duration in milliseconds. */
export async function respondToRevalidate(request: Request): Promise<Response> {
  const started = performance.now()
  const respond = (status: number, body: Record<string, unknown>) =>
    Response.json(
      { ...body, duration: Math.round(performance.now() - started) },
      { status, headers: { 'cache-control': 'no-store' } },
    )
  try {
    const read = await readRequest(request)
    if (read.from === 'webhook' && isProcessed(read.delivery))
      return respond(200, { refreshed: [], ignored: `delivery ${read.delivery} has been processed already` })
    const result = await revalidate(read)
    if (read.from === 'webhook') markProcessed(read.delivery)
    return respond(200, result)
  } catch (error) {
    if (error instanceof Refusal) return respond(error.status, { error: error.message })
    console.error(translate`Revalidation failed; the cached pages stay as they are.`, error)
    return respond(502, { error: error instanceof Error ? error.message : 'Revalidation failed.' })
  }
}

async function revalidate(request: RevalidateRequest): Promise<Record<string, unknown>> {
  if (request.from === 'publisher') return { refreshed: expire(request.tags) }
  if (request.from === 'webhook' && request.event === 'ping') return { refreshed: [], ping: 'pong' }
  const named = request.from === 'bearer' ? namedTags(request) : []
  const publication = await requestPublication({ pulls: settings.pullsFirst() })
  if (publication) {
    const { tags: changed, files, problems, commit } = publication
    return { refreshed: expire([...changed, ...named]), files, problems, ...(commit && { commit }) }
  }
  if (request.from === 'bearer') return { refreshed: expire(named) }
  return {
    refreshed: [],
    note: 'No publisher runs beside this server: its content changes with the next deployment, which has a cache of its own.',
  }
}

function namedTags({ slugs, paths, tags: names }: Extract<RevalidateRequest, { from: 'bearer' }>): string[] {
  const { posts } = readPublished()
  return [
    ...slugs.flatMap((slug) => [tags.post(slug), tags.lists]),
    ...paths.flatMap((path) => tagsOfPath(path, posts)),
    ...names,
  ]
}

/** Expire tags: the next request for a page that has one of them waits for the new page. */
function expire(names: readonly string[]): string[] {
  const unique = [...new Set(names)]
  for (const name of unique) revalidateTag(name, { expire: 0 })
  return unique
}
