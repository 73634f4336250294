import { alwaysRevalidate } from '../../http/conditional'
import { readPublishedState } from '../cache/published-state'
import type { Handler } from './handler'

/**
 * Redirect old addresses: aliases of posts, and the redirects of the site. Pages do so too (`app/redirect-alias.ts`), but Next passes
 * them no query, and shows another page at some paths, such as `/?p=1` and `/tags/x`.
 */
export function sendRedirects(handle: Handler): Handler {
  return (request, response) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    const target = isRead ? readPublishedState()?.findRedirect(request.url ?? '', Date.now()) : undefined
    if (!target) return handle(request, response)
    const { status, url } = target
    response.writeHead(status, { location: url, 'content-length': 0, 'cache-control': alwaysRevalidate })
    return response.end()
  }
}
