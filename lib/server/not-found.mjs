// Next draws the page for a 404 by script alone where a page finds nothing to show, and answers with an empty one
// (https://github.com/vercel/next.js/issues/62228). The build rendered it whole: that is sent instead.

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

/**
 * Answer what shows nothing with a page that can be read without script.
 *
 * @param {(request: Request, response: Response) => unknown} handle Next's
 * @param {Buffer} page
 * @returns {(request: Request, response: Response) => void}
 */
export function showNotFound(handle, page) {
  return (request, response) => {
    const { writeHead, write, end } = response
    let isReplaced = false
    response.writeHead = /** @type {typeof writeHead} */ (
      (/** @type {any[]} */ ...args) => {
        const type = String(response.getHeader('content-type'))
        isReplaced = args[0] === 404 && type.startsWith('text/html')
        if (isReplaced) {
          // Of the page that is not sent.
          for (const name of ['content-encoding', 'etag', 'link']) response.removeHeader(name)
          response.setHeader('content-length', page.length)
        }
        return Reflect.apply(writeHead, response, args)
      }
    )
    response.write = /** @type {typeof write} */ (
      (/** @type {any[]} */ ...args) => (isReplaced ? true : Reflect.apply(write, response, args))
    )
    response.end = /** @type {typeof end} */ (
      (/** @type {any[]} */ ...args) => {
        if (!response.headersSent && response.statusCode === 404) response.writeHead(404)
        return Reflect.apply(end, response, isReplaced ? [page] : args)
      }
    )
    handle(request, response)
  }
}
