import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'
import { LRUCache } from 'lru-cache'
import { translate } from '../../site/messages/translate.mjs'
import { decodeSlug, postedPaths, searchPaths } from '../../site/routes.mjs'
import type { Handler } from './handler'

/** A limit of requests that take long, or that try secrets. */
interface Limit {
  isFor(method: string, path: string): boolean
  /** Requests that an address may send at once. */
  burst: number
  /** Requests that it may send in a second afterwards, on average. */
  perSecond: number
}

/** A search as one types sends a request for each pause. */
const limits: readonly Limit[] = [
  { isFor: (_, path) => searchPaths.includes(path), burst: 60, perSecond: 5 },
  { isFor: (method, path) => method === 'POST' && postedPaths.includes(path), burst: 30, perSecond: 1 },
  { isFor: (_, path) => path === '/api/metrics', burst: 30, perSecond: 1 },
]

/** Addresses that are remembered for each limit. An address that is forgotten starts again. */
const maxAddresses = 10_000

interface Bucket {
  tokens: number
  /** When the tokens were counted, in milliseconds. */
  counted: number
}

/** Options of {@link limitRequests}. */
interface Options {
  /** The client address of a request; undefined if clients cannot be told apart (`createClientAddress`). */
  addressOf(request: IncomingMessage): string | undefined
  /** The time in milliseconds; tests set it. */
  now?(): number
}

/**
 * Respond with 429 to an address that sends too many searches, webhooks or requests for metrics: a token bucket for each address
 * and limit (https://en.wikipedia.org/wiki/Token_bucket), in memory. Instances count separately. Our own code, because the
 * packages that we found keep any number of addresses.
 */
export function limitRequests(handle: Handler, { addressOf, now = Date.now }: Options): Handler {
  const buckets = limits.map(() => new LRUCache<string, Bucket>({ max: maxAddresses }))
  return (request, response) => {
    const path = decodeSlug((request.url ?? '').split('?', 1)[0] ?? '').replace(/^\/in-language\//, '/')
    const index = limits.findIndex(({ isFor }) => isFor(request.method ?? '', path))
    const [limit, known] = [limits[index], buckets[index]]
    const address = limit && addressOf(request)
    if (!limit || !known || address === undefined) return handle(request, response)
    const wait = takeToken(known, groupOf(address), limit, now())
    if (wait === 0) return handle(request, response)
    console.warn(translate`Refused requests for ${path}: one address sent too many.`)
    const body = `Too many requests. Try again in ${wait} s.\n`
    response.writeHead(429, {
      'content-type': 'text/plain; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'retry-after': String(wait),
      'cache-control': 'no-store',
      connection: 'close',
    })
    return response.end(body)
  }
}

/** Take a token from the bucket of an address. @returns seconds until there is one; 0 if one was taken */
function takeToken(
  buckets: LRUCache<string, Bucket>,
  address: string,
  { burst, perSecond }: Limit,
  now: number,
): number {
  const { tokens, counted } = buckets.get(address) ?? { tokens: burst, counted: now }
  const available = Math.min(burst, tokens + (Math.max(0, now - counted) / 1_000) * perSecond)
  const isAllowed = available >= 1
  buckets.set(address, { tokens: isAllowed ? available - 1 : available, counted: now })
  return isAllowed ? 0 : Math.ceil((1 - available) / perSecond)
}

/** The address, or the /64 network of an IPv6 address, all of which belongs to one subscriber. */
function groupOf(address: string): string {
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  return parsed.kind() === 'ipv6' ? (parsed as ipaddr.IPv6).parts.slice(0, 4).join(':') : parsed.toString()
}
