import { prefersMarkdown } from '../../http/prefers-markdown.mjs'
import { canonicalPath } from '../../site/aliases'
import { markdownUrl } from '../../site/routes.mjs'
import { readPublishedState } from '../cache/published-state'
import type { Handler } from './handler'
import { beforeHeaders } from './patch-response'

/**
 * Articles have one URL for HTML and Markdown. Add `Accept` to their `Vary` header: Next overwrites the header that
 * `next.config.mjs` sets. Next also rewrites `/posts/:slug` for clients that prefer Markdown; other URLs of articles are
 * rewritten here.
 */
export function negotiateMarkdown(handle: Handler): Handler {
  return (request, response) => {
    const { url = '', headers } = request
    const [path = ''] = url.split('?', 1)
    const isMoved = readPublishedState()?.moved.has(canonicalPath(path)) ?? false
    if (isMoved && prefersMarkdown.test(headers.accept ?? ''))
      request.url = markdownUrl(canonicalPath(path)) + url.slice(path.length)
    if (isMoved || /^\/posts\/[^/]+$/.test(path))
      beforeHeaders(response, () => {
        const vary = [response.getHeader('vary') ?? []].flat().join(', ')
        const names = vary.split(',').map((name) => name.trim().toLowerCase())
        if (!names.includes('accept')) response.setHeader('vary', vary ? `Accept, ${vary}` : 'Accept')
      })
    return handle(request, response)
  }
}
