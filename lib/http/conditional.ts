import { matches } from './etag.mjs'

/** A response whose receiver may have it already. */
export interface Representation {
  body: BodyInit
  type: string
  /** A name of the content: other content has another. */
  version: string
  /** Extra headers; `cache-control` is "ask each time" where it is not given. */
  headers?: Record<string, string>
}

/** What is fresh within a second of a commit is asked for each time; the answer is mostly 304, without a body. */
export const askEachTime = 'public, max-age=0, must-revalidate'

/** For what is named by its content. */
export const immutable = 'public, max-age=31536000, immutable'

/**
 * Answer a request, with 304 where its sender has the content already. Only a name of the content tells (RFC 9110,
 * 13.1.2): a date would not, because an article may be mended or deleted and all dates stay.
 */
export function answerConditionally(
  request: Request,
  { body, type, version, headers }: Representation,
): Response {
  // Weak: a proxy may compress the body.
  const etag = `W/"${version}"`
  const all = {
    'cache-control': askEachTime,
    'content-type': type,
    etag,
    ...headers,
  }
  return matches(request.headers.get('if-none-match') ?? '', etag)
    ? new Response(null, { status: 304, headers: all })
    : new Response(body, { headers: all })
}
