import { matches } from './etag'

/** Content that the client may have in its cache already. */
export interface Representation {
  body: BodyInit
  type: string
  /** Identifies the content: different content has a different version. */
  version: string
  /** Extra headers. Without `cache-control`, clients revalidate at each use. */
  headers?: Record<string, string>
}

/**
 * For content that must be fresh within a second of a commit: clients revalidate at each use, and most responses are a 304
 * without a body.
 */
export const alwaysRevalidate = 'public, max-age=0, must-revalidate'

/** For URLs that contain a hash of their content. */
export const immutable = 'public, max-age=31536000, immutable'

/**
 * Respond to a request; with 304 if the client has the content already. Only the ETag counts (RFC 9110, 13.1.2): a date
 * is not reliable, because an article can be corrected or deleted without a change of any date.
 */
export function respondConditionally(
  request: Request,
  { body, type, version, headers }: Representation,
): Response {
  // Weak: a proxy may compress the body.
  const etag = `W/"${version}"`
  const all = {
    'cache-control': alwaysRevalidate,
    'content-type': type,
    etag,
    ...headers,
  }
  return matches(request.headers.get('if-none-match') ?? '', etag)
    ? new Response(null, { status: 304, headers: all })
    : new Response(body, { headers: all })
}
