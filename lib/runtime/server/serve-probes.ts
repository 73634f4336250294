import type { Handler } from './handler'

/**
 * Answer the probes of container platforms, without Next: `/api/health/live` whenever the process responds, and
 * `/api/health/ready` with 503 while the server should get no requests.
 *
 * @param handle the handler of all other requests
 * @param isReady can pages be served?
 */
export function serveProbes(handle: Handler, isReady: () => boolean): Handler {
  return (request, response) => {
    const { method, url } = request
    const isProbe = url === '/api/health/live' || url === '/api/health/ready'
    if (!isProbe || (method !== 'GET' && method !== 'HEAD')) return handle(request, response)
    const isOk = url === '/api/health/live' || isReady()
    response.writeHead(isOk ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    return response.end(
      method === 'HEAD' ? undefined : JSON.stringify({ status: isOk ? 'ok' : 'unavailable' }),
    )
  }
}
