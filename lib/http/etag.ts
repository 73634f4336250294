import fresh from 'fresh'

/**
 * Does an `If-None-Match` header contain an ETag? ETags are compared weakly (RFC 9110, 13.1.2), because a proxy may compress
 * the content.
 *
 * `fresh` receives this header only. Clients that use `fetch` with their own `If-None-Match` send `Cache-Control: no-cache`
 * too, for which `fresh` would never confirm a match.
 */
export function matches(condition: string, etag: string): boolean {
  return fresh({ 'if-none-match': condition.trim() }, { etag })
}
