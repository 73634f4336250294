import type { IncomingMessage, OutgoingHttpHeader, ServerResponse } from 'node:http'
import { LRUCache } from 'lru-cache'
import { matches } from '../../http/etag'
import { prefersMarkdown } from '../../http/prefers-markdown.mjs'
import { matchRoute, searchPaths } from '../../site/routes.mjs'
import { type ServedEntry, servedEntries } from '../cache/served-entries'
import { chooseEncoding } from './encoding'
import type { Handler } from './handler'
import { onBody } from './patch-response'

/** Bytes of the responses that are kept; an article takes about 20 KB. */
const capacity = 32 * 1024 * 1024
/** Bytes and number of the responses to URLs with a query that are kept. Anyone can invent queries. */
const queryCapacity = { maxSize: 8 * 1024 * 1024, max: 500 }
/** Bytes of the longest response that is kept. */
const longest = 1024 * 1024
/** Headers of one connection, one request or one moment, which are not kept. */
const transient = new Set([
  'connection',
  'keep-alive',
  'date',
  'transfer-encoding',
  'content-length',
  'x-request-id',
])

interface StoredResponse {
  /** The entry of the page cache from which it was made, or the content (`Validity.moment`). */
  origin: ServedEntry | string
  headers: [name: string, value: OutgoingHttpHeader][]
  etag: string | undefined
  body: Buffer
}

/** A lookup in the kept responses. */
export interface ResponseLookup {
  isHit: boolean
  /** Bytes of all kept responses. */
  bytes: number
}

/** Decides how long a response may be sent again. */
export interface Validity {
  /** Would the page cache serve the same entry? Only it determines which pages are stale. */
  isCurrent(served: ServedEntry): boolean
  /** Names the content that readers see now (`contentMoment`). */
  moment(): string | undefined
}

/**
 * Keep compressed responses and send them again, which saves routing, hashing and compressing
 * (docs/decisions/0005-keep-compressed-responses.md): pages of the page cache, while it would serve the same entry; feeds, search
 * and other responses that depend on nothing but the content, while it is the same.
 *
 * @param handle the handler whose responses are kept
 * @param onLookup called with each lookup, for metrics
 */
export function replayResponses(
  handle: Handler,
  validity: Validity,
  onLookup?: (lookup: ResponseLookup) => void,
): Handler {
  const sizeCalculation = ({ body }: StoredResponse) => body.length
  const ofPaths = new LRUCache<string, StoredResponse>({ maxSize: capacity, sizeCalculation })
  const ofQueries = new LRUCache<string, StoredResponse>({ ...queryCapacity, sizeCalculation })
  const isValid = ({ origin }: StoredResponse) =>
    typeof origin === 'string' ? origin === validity.moment() : validity.isCurrent(origin)
  return (request, response) => {
    // All responses depend on one of three values of this header.
    request.headers['accept-encoding'] = chooseEncoding(request) ?? 'identity'
    const isOfContent = dependsOnContentOnly(request.url ?? '')
    const key = keyOf(request, isOfContent)
    if (key === undefined) return handle(request, response)
    const responses = key.includes('?') ? ofQueries : ofPaths
    const stored = responses.get(key)
    const isHit = stored !== undefined && isValid(stored)
    onLookup?.({ isHit, bytes: ofPaths.calculatedSize + ofQueries.calculatedSize })
    if (isHit) return send(stored, request, response)
    responses.delete(key)
    const served: ServedEntry[] = []
    const moment = isOfContent ? validity.moment() : undefined
    collectBody(response, (body) => {
      const origin = isOfContent ? originOfContent(served, moment, validity) : originOfPage(served)
      const fresh = origin && toStored(response, origin, body)
      if (fresh) responses.set(key, fresh)
    })
    return servedEntries.run(served, () => handle(request, response))
  }
}

/** Feeds, sitemaps, citations, cards and other representations of the content, and searches. */
function dependsOnContentOnly(url: string): boolean {
  const [path = ''] = url.split('?', 1)
  if (isSearch(url)) return true
  const { route } = matchRoute(path) ?? {}
  return route?.tag !== undefined && !route.isPage
}

function isSearch(url: string): boolean {
  return searchPaths.includes(url.split('?', 1)[0] ?? '')
}

/** Page and encoding of a request; undefined if it is not for a whole page, but for data, a preview or a range. */
function keyOf({ method, url = '', headers }: IncomingMessage, isOfContent: boolean): string | undefined {
  if (method !== 'GET' || headers.range !== undefined) return undefined
  if (url.includes('?') && !isOfContent) return undefined
  // A feed that a browser opens redirects to a page.
  if (isOfContent && headers['sec-fetch-dest'] === 'document' && !isSearch(url)) return undefined
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

/** The content from which a response was made; undefined if it changed while the response was made, or if a cached part is older. */
function originOfContent(
  served: readonly ServedEntry[],
  moment: string | undefined,
  { isCurrent, moment: momentNow }: Validity,
): StoredResponse['origin'] | undefined {
  return moment === momentNow() && served.every(isCurrent) ? moment : undefined
}

/** The entry of the page cache from which a page was made; undefined if there are several. */
function originOfPage([served, ...others]: readonly ServedEntry[]): ServedEntry | undefined {
  return others.length > 0 ? undefined : served
}

function toStored(
  response: ServerResponse,
  origin: StoredResponse['origin'],
  body: Buffer,
): StoredResponse | undefined {
  const header = response.getHeader('etag')
  const etag = typeof header === 'string' ? header : undefined
  if (response.statusCode !== 200 || response.hasHeader('set-cookie')) return undefined
  if (typeof origin !== 'string' && etag === undefined) return undefined
  const headers = Object.entries(response.getHeaders()).flatMap(
    ([name, value]): [string, OutgoingHttpHeader][] =>
      value === undefined || transient.has(name) ? [] : [[name, value]],
  )
  return { origin, headers, etag, body }
}

function send({ headers, etag, body }: StoredResponse, request: IncomingMessage, response: ServerResponse) {
  const condition = request.headers['if-none-match']
  const isNotModified = condition !== undefined && etag !== undefined && matches(condition, etag)
  response.statusCode = isNotModified ? 304 : 200
  for (const [name, value] of headers)
    if (!(isNotModified && name.startsWith('content-'))) response.setHeader(name, value)
  if (isNotModified) return response.end()
  response.setHeader('content-length', body.length)
  return response.end(body)
}
