import { connect } from 'node:http2'
import { Agent, request } from 'node:https'

/** The test's certificates are self-signed, or signed by Caddy's own authority. */
const rejectUnauthorized = false

/** A response, with its whole body. */
export interface Received {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Buffer
}

/** Options of a request. */
export interface Sent {
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer
}

/** A client that keeps its connections to a host, over HTTP/1.1. */
export function createClient(origin: string) {
  const agent = new Agent({ keepAlive: true, rejectUnauthorized, maxSockets: 20 })
  const send = (path: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Received> =>
    new Promise((resolve, reject) => {
      const sent = request(origin + path, { agent, method, headers }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        )
      })
      sent.on('error', reject)
      sent.end(body)
    })
  return { send, close: () => agent.destroy() }
}

/** The status of a page over HTTP/2. */
export function statusOverHttp2(origin: string, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const session = connect(origin, { rejectUnauthorized })
    session.on('error', reject)
    const stream = session.request({ ':path': path })
    stream.on('error', reject)
    stream.on('response', (headers) => {
      resolve(Number(headers[':status']))
      stream.close()
      session.close()
    })
    stream.end()
  })
}
