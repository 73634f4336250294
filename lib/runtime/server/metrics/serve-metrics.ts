import type { IncomingMessage } from 'node:http'
import { Gauge, type Registry } from 'prom-client'
import { isSecret } from '../../../http/secret'
import type { Handler } from '../handler'

/** Where the server reads the metrics of the publisher, which is another process. */
interface PublisherAddress {
  url: string
  token: string
}

/** Milliseconds to wait for the publisher. */
const publisherTimeout = 1_000

/**
 * Serve `/api/metrics` in the text format of Prometheus to requests with `Authorization: Bearer` and the token. Other requests get
 * the 404 page.
 *
 * @param handle the handler of all other requests
 */
export function serveMetrics(
  handle: Handler,
  registry: Registry,
  token: string,
  publisher: PublisherAddress,
): Handler {
  const up = new Gauge({
    name: 'lemma_publisher_up',
    help: 'Does the publisher respond? 1 or 0.',
    registers: [registry],
  })
  return async (request, response) => {
    const { url, method } = request
    if (url !== '/api/metrics' || method !== 'GET' || !isAuthorized(request, token))
      return handle(request, response)
    const ofPublisher = await fetchMetrics(publisher)
    up.set(ofPublisher === undefined ? 0 : 1)
    const text = `${await registry.metrics()}\n${ofPublisher ?? ''}`
    response.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' })
    return response.end(text)
  }
}

function isAuthorized({ headers }: IncomingMessage, token: string): boolean {
  return isSecret(headers.authorization ?? '', token && `Bearer ${token}`)
}

/** The metrics of the publisher; undefined if it does not respond. */
async function fetchMetrics({ url, token }: PublisherAddress): Promise<string | undefined> {
  if (!url) return undefined
  try {
    const response = await fetch(`${url}/metrics`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(publisherTimeout),
    })
    return response.ok ? await response.text() : undefined
  } catch {
    return undefined
  }
}
