import type { ServerResponse } from 'node:http'
import type { Handler } from './handler'
import { beforeHeaders } from './patch-response'

/** The current page of a status, in the language of a requested URL; undefined if there is none. */
export type PageOfStatus = (status: number, url: string) => Buffer | undefined

/**
 * Send pages of our own with status 404 and 500, which can be read without scripts. Next responds with an empty document
 * that a script fills (https://github.com/vercel/next.js/issues/62228).
 *
 * @param handle Next's request handler
 * @param pageOf HTML by status
 */
export function showErrorPages(handle: Handler, pageOf: PageOfStatus): Handler {
  return (request, response) => {
    const { url = '' } = request
    const { write, end } = response
    let page: Buffer | undefined
    beforeHeaders(response, (status) => {
      const isHtml = String(response.getHeader('content-type')).startsWith('text/html')
      page = isHtml ? pageOf(status, url) : undefined
      if (page) replaceHeaders(response, page)
    })
    response.write = ((...args: unknown[]) =>
      page ? true : Reflect.apply(write, response, args)) as typeof write
    response.end = ((...args: unknown[]) => {
      const { headersSent, statusCode } = response
      if (!headersSent && pageOf(statusCode, url)) response.writeHead(statusCode)
      return Reflect.apply(end, response, page ? [page] : args)
    }) as typeof end
    return handle(request, response)
  }
}

/** Remove the headers of the page that is not sent. */
function replaceHeaders(response: ServerResponse, page: Buffer): void {
  for (const name of ['content-encoding', 'etag', 'link']) response.removeHeader(name)
  response.setHeader('content-length', page.length)
}
