import { alwaysRevalidate } from '../../http/conditional'
import { readPublishedState } from '../cache/published-state'
import type { Handler } from './handler'

/**
 * Redirect the old addresses of posts. Pages do so too (`redirect-alias.ts`), but Next passes them no query, and shows
 * another page at some paths, such as `/?p=1` and `/tags/x`.
 */
export function redirectAliases(handle: Handler): Handler {
  return (request, response) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    const target = isRead ? readPublishedState()?.findAlias(request.url ?? '', Date.now()) : undefined
    if (target === undefined) return handle(request, response)
    response.writeHead(308, { location: target, 'content-length': 0, 'cache-control': alwaysRevalidate })
    return response.end()
  }
}
