import { alwaysRevalidate } from '../../http/conditional'
import { prefersMarkdown } from '../../http/prefers-markdown.mjs'
import { canonicalPath } from '../../site/aliases'
import { decodeSlug, matchRoute } from '../../site/routes.mjs'
import { readPublishedState } from '../cache/published-state'
import type { PageOfStatus } from './error-pages'
import type { Handler } from './handler'

/**
 * Respond with 410 to the URL of a deleted post. Routes do so for its other representations (`respond-missing.ts`).
 *
 * @param pageOf HTML by status
 */
export function showDeletedPosts(handle: Handler, pageOf: PageOfStatus): Handler {
  return (request, response) => {
    if (!isDeletedPost(request.url ?? '') || prefersMarkdown.test(request.headers.accept ?? ''))
      return handle(request, response)
    const page = pageOf(410, request.url ?? '') ?? Buffer.alloc(0)
    response.writeHead(410, {
      'content-type': 'text/html; charset=utf-8',
      'content-length': page.length,
      'cache-control': alwaysRevalidate,
    })
    return response.end(request.method === 'HEAD' ? undefined : page)
  }
}

function isDeletedPost(url: string): boolean {
  const { gone } = readPublishedState() ?? {}
  if (!gone?.size) return false
  const [path = ''] = url.split('?', 1)
  const { route, params } = matchRoute(decodeSlug(path)) ?? {}
  return (route?.pattern === '/posts/:slug' && gone.has(params?.slug ?? '')) || gone.has(canonicalPath(path))
}
