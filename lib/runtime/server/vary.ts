import type { Handler } from './handler'
import { beforeHeaders } from './patch-response'

/**
 * Add `Accept` to the `Vary` header of articles, whose URL responds with HTML or Markdown. Next overwrites the header that
 * `next.config.mjs` sets.
 */
export function varyByAccept(handle: Handler): Handler {
  return (request, response) => {
    if (/^\/posts\/[^/?]+(\?|$)/.test(request.url ?? ''))
      beforeHeaders(response, () => {
        const vary = [response.getHeader('vary') ?? []].flat().join(', ')
        const names = vary.split(',').map((name) => name.trim().toLowerCase())
        if (!names.includes('accept')) response.setHeader('vary', vary ? `Accept, ${vary}` : 'Accept')
      })
    return handle(request, response)
  }
}
