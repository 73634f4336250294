// An article's address answers in HTML or Markdown. Next overwrites the Vary of a page that `next.config.mjs` sets.

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

/**
 * Tell caches that what an article's address answers depends on Accept.
 *
 * @param {(request: Request, response: Response) => unknown} handle
 * @returns {(request: Request, response: Response) => void}
 */
export function varyByAccept(handle) {
  return (request, response) => {
    if (/^\/posts\/[^/?]+(\?|$)/.test(request.url ?? '')) {
      const { writeHead } = response
      response.writeHead = /** @type {typeof writeHead} */ (
        (/** @type {any[]} */ ...args) => {
          const vary = [response.getHeader('vary') ?? []].flat().join(', ')
          const names = vary.split(',').map((name) => name.trim().toLowerCase())
          if (!names.includes('accept')) response.setHeader('vary', vary ? `Accept, ${vary}` : 'Accept')
          return Reflect.apply(writeHead, response, args)
        }
      )
    }
    handle(request, response)
  }
}
