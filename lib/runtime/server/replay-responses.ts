import type { IncomingMessage, OutgoingHttpHeader, ServerResponse } from 'node:http'
import { LRUCache } from 'lru-cache'
import { matches } from '../../http/etag'
import { prefersMarkdown } from '../../http/prefers-markdown.mjs'
import { type ServedEntry, servedEntries } from '../cache/served-entries'
import { chooseEncoding } from './encoding'
import type { Handler } from './handler'
import { onBody } from './patch-response'

/** Bytes of the responses that are kept; an article takes about 20 KB. */
const capacity = 32 * 1024 * 1024
/** Bytes of the longest response that is kept. */
const longest = 1024 * 1024
/** Headers of one connection or one moment, which are not kept. */
const transient = new Set(['connection', 'keep-alive', 'date', 'transfer-encoding', 'content-length'])

interface StoredResponse {
  /** The entry of the page cache from which it was made. */
  served: ServedEntry
  headers: [name: string, value: OutgoingHttpHeader][]
  etag: string
  body: Buffer
}

/**
 * Keep compressed responses and send them again, which saves routing, hashing and compressing
 * (docs/decisions/0005-keep-compressed-responses.md). Only a page of the page cache is kept, and it is sent only while the
 * page cache would serve the same entry: only the page cache determines which pages are stale.
 *
 * @param handle the handler whose responses are kept
 */
export function replayResponses(handle: Handler, isCurrent: (served: ServedEntry) => boolean): Handler {
  const responses = new LRUCache<string, StoredResponse>({
    maxSize: capacity,
    sizeCalculation: ({ body }) => body.length,
  })
  return (request, response) => {
    // All responses depend on one of three values of this header.
    request.headers['accept-encoding'] = chooseEncoding(request) ?? 'identity'
    const key = keyOf(request)
    if (key === undefined) return handle(request, response)
    const stored = responses.get(key)
    if (stored && isCurrent(stored.served)) return send(stored, request, response)
    responses.delete(key)
    const served: ServedEntry[] = []
    collectBody(response, (body) => {
      const fresh = toStored(response, served, body)
      if (fresh) responses.set(key, fresh)
    })
    return servedEntries.run(served, () => handle(request, response))
  }
}

/** Page and encoding of a request; undefined if it is not for a whole page, but for data, a preview or a range. */
function keyOf({ method, url = '', headers }: IncomingMessage): string | undefined {
  if (method !== 'GET' || url.includes('?') || headers.range !== undefined) return undefined
  if (headers.cookie?.includes('__prerender_bypass')) return undefined
  if (prefersMarkdown.test(headers.accept ?? '')) return undefined
  if (Object.keys(headers).some((name) => /^(rsc$|next-|x-prerender-)/.test(name))) return undefined
  return `${headers['accept-encoding']} ${url}`
}

/** @param callback called with the whole body when it was sent, unless it is longer than `longest` */
function collectBody(response: ServerResponse, callback: (body: Buffer) => void): void {
  const chunks: Buffer[] = []
  let length = 0
  onBody(response, (chunk) => {
    length += chunk.length
    if (length <= longest) chunks.push(chunk)
  })
  response.once('finish', () => length > 0 && length <= longest && callback(Buffer.concat(chunks)))
}

function toStored(
  response: ServerResponse,
  [served, ...others]: readonly ServedEntry[],
  body: Buffer,
): StoredResponse | undefined {
  const etag = response.getHeader('etag')
  const isPage = response.statusCode === 200 && !response.hasHeader('set-cookie')
  if (!served || others.length > 0 || !isPage || typeof etag !== 'string') return undefined
  const headers = Object.entries(response.getHeaders()).flatMap(
    ([name, value]): [string, OutgoingHttpHeader][] =>
      value === undefined || transient.has(name) ? [] : [[name, value]],
  )
  return { served, headers, etag, body }
}

function send({ headers, etag, body }: StoredResponse, request: IncomingMessage, response: ServerResponse) {
  const condition = request.headers['if-none-match']
  const isNotModified = condition !== undefined && matches(condition, etag)
  response.statusCode = isNotModified ? 304 : 200
  for (const [name, value] of headers)
    if (!(isNotModified && name.startsWith('content-'))) response.setHeader(name, value)
  if (isNotModified) return response.end()
  response.setHeader('content-length', body.length)
  return response.end(body)
}
