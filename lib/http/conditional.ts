import { matches } from './etag.mjs'

/** A response whose receiver may have it already. */
export interface Representation {
  body: BodyInit
  type: string
  /** A name of the content: other content has another. */
  version: string
  /** When the content last changed, ISO 8601. */
  lastModified?: string | undefined
  /** Extra headers; `cache-control` is "ask each time" where it is not given. */
  headers?: Record<string, string>
}

/** What is fresh within a second of a commit is asked for each time; the answer is mostly 304, without a body. */
export const askEachTime = 'public, max-age=0, must-revalidate'

/** For what is named by its content. */
export const immutable = 'public, max-age=31536000, immutable'

/**
 * Answer a request, with 304 where its sender has the content already: `If-None-Match` decides alone where it is
 * given, `If-Modified-Since` otherwise (RFC 9110, 13.2.2).
 */
export function answerConditionally(
  request: Request,
  { body, type, version, lastModified, headers }: Representation,
): Response {
  // Weak: a proxy may compress the body.
  const etag = `W/"${version}"`
  const all = {
    'cache-control': askEachTime,
    'content-type': type,
    etag,
    ...(lastModified && { 'last-modified': new Date(lastModified).toUTCString() }),
    ...headers,
  }
  return isFresh(request.headers, etag, lastModified)
    ? new Response(null, { status: 304, headers: all })
    : new Response(body, { headers: all })
}

function isFresh(headers: Headers, etag: string, lastModified: string | undefined): boolean {
  const noneMatch = headers.get('if-none-match')
  if (noneMatch !== null) return matches(noneMatch, etag)
  const since = Date.parse(headers.get('if-modified-since') ?? '')
  // HTTP dates know no milliseconds.
  return lastModified !== undefined && Math.floor(Date.parse(lastModified) / 1000) * 1000 <= since
}
