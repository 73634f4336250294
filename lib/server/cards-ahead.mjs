// A program that shows links asks for the page of an article, and for its card next (`og:image`).

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

/**
 * Have an article's card drawn as soon as a program was sent its page, once for each state of it: to start the thread that
 * draws takes longer than some wait. Readers are not shown the card: for pages that browsers ask for, which say what for
 * (https://www.w3.org/TR/fetch-metadata/), nothing is drawn.
 *
 * @param {(request: Request, response: Response) => unknown} handle
 * @param {(path: string) => unknown} ask asks this server for a path; its failures are its own
 * @returns {(request: Request, response: Response) => void}
 */
export function drawCardsAhead(handle, ask) {
  /** ETags of pages by path: as many as there are articles. @type {Map<string, string>} */
  const sent = new Map()
  return (request, response) => {
    const path = /^\/posts\/[^/.?]+(?=$|\?)/.exec(request.url ?? '')?.[0]
    if (path && request.headers['sec-fetch-mode'] === undefined)
      response.once('finish', () => {
        const etag = String(response.getHeader('etag'))
        const isPage = String(response.getHeader('content-type')).startsWith('text/html')
        if (!isPage || response.statusCode !== 200 || sent.get(path) === etag) return
        sent.set(path, etag)
        ask(`${path}.png`)
      })
    handle(request, response)
  }
}
