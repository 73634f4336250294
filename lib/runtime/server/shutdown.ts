import type { Server } from 'node:http'
import { translate } from '../../site/messages/translate.mjs'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Shut a server down at the first signal: requests in progress are completed, new connections are refused, then the
 * process exits. Further signals change nothing: Ctrl-C reaches the server twice, from the terminal and from the command
 * that started it.
 *
 * @param timeout milliseconds after which open connections are closed
 * @returns aborted when the server closes, for requests that the server sends to itself
 */
export function shutDownOnSignal(server: Server, timeout = 10_000): AbortSignal {
  const closing = new AbortController()
  // Node closes connections that are idle when the server closes, not those that become idle afterwards.
  server.on('request', (_request, response) => {
    response.once('close', () => closing.signal.aborted && server.closeIdleConnections())
  })
  const shutDown = () => {
    if (closing.signal.aborted) return
    closing.abort()
    server.close(() => process.exit(0))
    setTimeout(() => {
      console.error(translate`Requests still open after ${timeout / 1000} s; closing their connections.`)
      server.closeAllConnections()
    }, timeout).unref()
  }
  for (const signal of signals) process.on(signal, shutDown)
  return closing.signal
}
