import { lookup } from 'node:dns'
import { get as getHttp, type IncomingMessage, type RequestOptions } from 'node:http'
import { get as getHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { translate } from '../../../site/messages/translate.mjs'

/** Limits of a download. */
export interface DownloadLimits {
  bytes: number
  /** Milliseconds for a request, redirects not included. */
  time: number
  /** May a connection to this IP address be opened? Tests with a server on this computer pass another function. */
  isAllowedAddress: (address: string) => boolean
}

/** Why a file could not be downloaded, in words for the author. */
export class DownloadError extends Error {}

/** The server did not respond, or not completely. */
export class UnreachableError extends DownloadError {}

const redirects = new Set([301, 302, 303, 307, 308])

/**
 * Send one request. Addresses are checked when the connection is opened, so a name that leads to a private address is refused,
 * whatever it led to before.
 *
 * @returns the content, or the URL to which the server redirects
 * @throws DownloadError
 */
export async function request(url: URL, limits: DownloadLimits): Promise<Buffer | URL> {
  const signal = AbortSignal.timeout(limits.time)
  try {
    const response = await open(url, limits, signal)
    return await read(response, url, limits.bytes)
  } catch (error) {
    if (signal.aborted)
      throw new UnreachableError(translate`no complete response within ${limits.time / 1000} s`)
    if (error instanceof DownloadError) throw error
    const { code, message } = error as NodeJS.ErrnoException
    throw new UnreachableError(message || code || String(error))
  }
}

function open(url: URL, limits: DownloadLimits, signal: AbortSignal): Promise<IncomingMessage> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new DownloadError(translate`found ${url.protocol}; expected http: or https:`)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // Node looks up names only.
  if (isIP(host) && !limits.isAllowedAddress(host)) throw refused(host)
  const options: RequestOptions = {
    signal,
    lookup: createLookup(limits.isAllowedAddress),
    headers: { 'user-agent': 'Lemma (image import)', accept: 'image/*,*/*;q=0.5' },
  }
  return new Promise((resolve, reject) => {
    const get = url.protocol === 'https:' ? getHttps : getHttp
    get(url, options, resolve).on('error', reject)
  })
}

/** Look up a name and refuse it if one of its addresses is not allowed. */
function createLookup(isAllowed: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const forbidden = addresses?.find(({ address }) => !isAllowed(address))
      const [first] = addresses ?? []
      if (error) callback(error, '', 0)
      else if (forbidden) callback(refused(forbidden.address), '', 0)
      else if (options.all) callback(null, addresses)
      else callback(null, first?.address ?? '', first?.family)
    })
  }
}

function refused(address: string): DownloadError {
  return new DownloadError(translate`${address} is not the address of a public server`)
}

async function read(response: IncomingMessage, url: URL, limit: number): Promise<Buffer | URL> {
  const { statusCode = 0, headers } = response
  const tooLarge = () => new DownloadError(translate`more than ${limit} bytes`)
  try {
    if (redirects.has(statusCode) && headers.location) return new URL(headers.location, url)
    if (statusCode !== 200) throw new DownloadError(translate`the server responded with ${statusCode}`)
    if (Number(headers['content-length'] ?? 0) > limit) throw tooLarge()
    const chunks: Buffer[] = []
    let length = 0
    for await (const chunk of response) {
      chunks.push(chunk)
      length += chunk.length
      if (length > limit) throw tooLarge()
    }
    return Buffer.concat(chunks)
  } finally {
    response.destroy()
  }
}
