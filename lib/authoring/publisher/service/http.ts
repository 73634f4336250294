import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { isSecret } from '../../../http/secret'
import type { Notifier } from './notifier'
import { isError, type PublishingService } from './publishing-service'

interface Options {
  service: Pick<PublishingService, 'publishForRequest' | 'rebuildDamaged' | 'health'>
  notifier: Notifier
  /** Updates the checkout. @returns its commit */
  pull(): Promise<string>
  /** The publisher's metrics; undefined if the site has no metrics. */
  metrics?: (() => Promise<string>) | undefined
  /** Authorizes the server. */
  token: string
}

/**
 * Create the HTTP server through which the site's server controls the publisher: `GET` returns its health, `GET /metrics` its
 * metrics, `POST /pull` and
 * `POST /publish` publish and return the changed tags, `POST /check` rebuilds damaged files.
 */
export function createPublisherServer(options: Options): Server {
  return createServer((request, response) => void handle(request, response, options))
}

async function handle(request: IncomingMessage, response: ServerResponse, options: Options): Promise<void> {
  const { service, notifier, pull, token } = options
  const respond = (status: number, body: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  if (!token || !isSecret(request.headers.authorization ?? '', `Bearer ${token}`)) {
    respond(401, {})
    return
  }
  if (request.url === '/metrics') {
    const text = await options.metrics?.()
    response.writeHead(text === undefined ? 404 : 200, { 'content-type': 'text/plain' }).end(text)
    return
  }
  if (request.method === 'GET') {
    respond(200, service.health())
    return
  }
  if (request.url === '/check') {
    // The server does not wait: the publisher notifies it when the files are rebuilt.
    respond(202, {})
    await service.rebuildDamaged()
    return
  }
  const isDelivered = whenDelivered(response)
  try {
    const result = await service.publishForRequest(async () => (request.url === '/pull' ? pull() : undefined))
    const { files, problems, tags: changed } = result.publication
    const tags = [...new Set([...notifier.takeUndelivered(), ...changed])]
    respond(200, { commit: result.prepared, files, tags, problems: problems.filter(isError) })
    if (!(await isDelivered)) await notifier.notify(tags)
  } catch (error) {
    respond(502, { error: error instanceof Error ? error.message : String(error) })
  }
}

/** Resolves to true when the response has been sent, and to false if the connection was closed before. */
function whenDelivered(response: ServerResponse): Promise<boolean> {
  return new Promise((resolve) => {
    response.once('finish', () => resolve(true))
    response.once('close', () => resolve(false))
  })
}
