import type { ServerResponse } from 'node:http'
import type { finishDocument } from '../documents/finish-document'
import type { Handler } from './handler'
import { bytesOf } from './patch-response'

/**
 * Collect each HTML document that a handler sends, and send it when it is finished, with its content security policy. The
 * policy contains hashes of the document's scripts, so nothing can be sent before its end.
 */
export function finishDocuments(handle: Handler, finish: typeof finishDocument): Handler {
  return (request, response) => {
    collectDocument(response, (html) => {
      const finished = finish(html)
      response.setHeader('content-security-policy', finished.policy)
      // The response to HEAD has no body. Its length would be that of the unfinished document.
      if (html === '') response.removeHeader('content-length')
      else response.setHeader('content-length', Buffer.byteLength(finished.html))
      return finished.html
    })
    return handle(request, response)
  }
}

/** Hold back the status, the headers and the body of an HTML document until its end. Other responses pass. */
function collectDocument(response: ServerResponse, finish: (html: string) => string): void {
  const { writeHead, write, end } = response
  const chunks: Buffer[] = []
  let hasHead = false
  // Node sends the head before the first bytes. Other handlers wait for it, to change headers.
  const sendHead = () => {
    if (!hasHead && !response.headersSent) response.writeHead(response.statusCode)
  }
  const isDocument = () => String(response.getHeader('content-type')).startsWith('text/html')
  const collect = (chunk: unknown, encoding: unknown) => {
    const bytes = bytesOf(chunk, encoding)
    if (bytes) chunks.push(bytes)
  }
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    const headers = rest.find((value) => typeof value === 'object' && value !== null)
    for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value)
    response.statusCode = status
    hasHead = true
    return isDocument() ? response : Reflect.apply(writeHead, response, [status])
  }) as typeof writeHead
  response.write = ((...args: unknown[]) => {
    sendHead()
    if (!isDocument()) return Reflect.apply(write, response, args)
    collect(args[0], args[1])
    const callback = args.find((value) => typeof value === 'function') as (() => void) | undefined
    if (callback) process.nextTick(callback)
    return true
  }) as typeof write
  response.end = ((...args: unknown[]) => {
    sendHead()
    if (!isDocument() || response.headersSent) return Reflect.apply(end, response, args)
    collect(args[0], args[1])
    const body = finish(Buffer.concat(chunks).toString())
    Reflect.apply(writeHead, response, [response.statusCode])
    const callback = args.find((value) => typeof value === 'function')
    return Reflect.apply(end, response, [body, ...(callback ? [callback] : [])])
  }) as typeof end
}
