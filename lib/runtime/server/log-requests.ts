import { chooseRequestId, withRequestId } from '../../site/log/request-context'
import { translate } from '../../site/messages/translate.mjs'
import type { Handler } from './handler'
import { beforeHeaders } from './patch-response'

/** Milliseconds after which a request is slow. */
const slow = 5_000
/** Characters of a path in the log. */
const longestPath = 80

interface Options {
  measure?: ((url: string, status: number, milliseconds: number) => void) | undefined
  slowAfter?: number
}

/**
 * Give each request an id, which is in the response (`X-Request-Id`) and in the lines that are logged while it is handled. Only
 * failed and slow requests are logged, without their query: nothing in the log identifies a reader.
 *
 * @param handle the outermost handler
 * @param options.measure called when a response begins, for metrics
 * @param options.slowAfter milliseconds
 */
export function logRequests(handle: Handler, { measure, slowAfter = slow }: Options = {}): Handler {
  return (request, response) => {
    const id = chooseRequestId(request.headers['x-request-id'])
    response.setHeader('x-request-id', id)
    const { method = '', url = '' } = request
    const began = performance.now()
    // Not when the body was sent: a slow connection is not a slow server.
    beforeHeaders(response, (status) => {
      const duration = performance.now() - began
      measure?.(url, status, duration)
      // 503 asks to try again: it is an answer, not a failure.
      if (status >= 500 && status !== 503)
        console.error(translate`${method} ${shorten(url)} failed with status ${status}.`)
      else if (duration >= slowAfter)
        console.warn(
          translate`${method} ${shorten(url)} took ${(duration / 1000).toFixed(1)} s (status ${status}).`,
        )
    })
    return withRequestId(id, () => handle(request, response))
  }
}

/** The path of a URL as printable ASCII, of limited length. */
function shorten(url: string): string {
  const path = (url.split('?', 1)[0] ?? '').replace(/[^!-~]/g, '?')
  return path.length > longestPath ? `${path.slice(0, longestPath)}…` : path
}
