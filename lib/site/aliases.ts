import { decodeSlug } from './routes.mjs'

/**
 * An old address in the one form in which addresses are compared: encoded as browsers send it, without the last slash, its
 * parameters in order.
 *
 *     /2011/甲/      →  /2011/%E7%94%B2
 *     /?p=1          →  /?p=1
 */
export function canonicalAlias(address: string): string {
  const [rest = ''] = address.split('#', 1)
  const [path = ''] = rest.split('?', 1)
  const query = new URLSearchParams(rest.slice(path.length))
  query.sort()
  return canonicalPath(path) + (query.size > 0 ? `?${query}` : '')
}

/** The path of an address, encoded and without the last slash. */
export function canonicalPath(path: string): string {
  // Most paths, and each publication compares those of all posts.
  if (/^(?:\/[\w.~-]+)+$/.test(path)) return path
  const decoded = decodeSlug(path).toWellFormed()
  return encodeURI(decoded.replace(/(?<=.)\/+$/, '')).replace(/[?#]/g, encodeURIComponent)
}
