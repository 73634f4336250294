import type { IncomingMessage } from 'node:http'
import { alwaysRevalidate } from '../../http/conditional'
import { prefersMarkdown } from '../../http/prefers-markdown.mjs'
import { canonicalPath } from '../../site/aliases'
import { representationOf } from '../../site/permalinks'
import { decodeSlug, listOfFeed, matchRoute, redirects } from '../../site/routes.mjs'
import { isPublishing, readPublishedState } from '../cache/published-state'
import type { PageOfStatus } from './error-pages'
import type { Handler } from './handler'

/**
 * Respond with 404 to the URL of a page that does not exist, and with 410 to that of a deleted post. Next would render a page for
 * each (docs/decisions/0034-unknown-urls.md). Routes do so for other representations of posts (`respond-missing.ts`).
 *
 * @param pageOf HTML by status
 */
export function showMissingPages(handle: Handler, pageOf: PageOfStatus): Handler {
  return (request, response) => {
    const { url = '' } = request
    const found = isForNext(request) ? undefined : statusOf(url)
    const status = found === 404 && isPublishing() ? undefined : found
    const page = status && pageOf(status, url)
    if (!page) return handle(request, response)
    response.writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'content-length': page.length,
      'cache-control': alwaysRevalidate,
    })
    return response.end(request.method === 'HEAD' ? undefined : page)
  }
}

/** Does Next decide what exists? Those who preview see more, and a program that prefers Markdown gets no page. */
function isForNext({ headers }: IncomingMessage): boolean {
  return headers.cookie?.includes('__prerender_bypass') || prefersMarkdown.test(headers.accept ?? '')
}

/** The status of a URL that shows no page; undefined if it shows one, if Next must decide or if nothing is published. */
function statusOf(url: string): 404 | 410 | undefined {
  const [path = ''] = url.split('?', 1)
  const state = readPublishedState()
  if (!state || path.startsWith('/_next/')) return undefined
  const canonical = canonicalPath(path)
  // A path in `urls` is that of a page, so that most requests are not compared with the routes.
  if (state.urls?.has(canonical)) return undefined
  const { route, params = {} } = matchRoute(decodeSlug(canonical)) ?? {}
  const slug = route?.pattern === '/posts/:slug' ? params.slug : undefined
  if ((slug !== undefined && state.gone.has(slug)) || state.gone.has(canonical)) return 410
  // The routes of other representations of posts respond without rendering a page.
  if (!state.urls || isRedirect(canonical) || representationOf(canonical)) return undefined
  if (!route) return 404
  if (!route.needsContent) return undefined
  // Lists of other languages that are empty are not in `urls`.
  if (params.language) return state.languages.includes(params.language) ? undefined : 404
  const list = listOfFeed(canonical)
  if (list !== undefined) return state.urls.has(list) ? undefined : 404
  return route.isPage || route.tag === 'page' ? 404 : undefined
}

/** An address that Next redirects, on every site. */
function isRedirect(path: string): boolean {
  return Object.hasOwn(redirects, path) || path === '/page/1'
}
