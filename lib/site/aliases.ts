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
  const decoded = decodeSlug(path).toWellFormed()
  return encodeURI(decoded.replace(/(?<=.)\/+$/, '')).replace(/[?#]/g, encodeURIComponent)
}

/** An old address of a post. */
export interface Alias {
  /** As `canonicalAlias` returns it. */
  address: string
  /** Path of the post. */
  url: string
  /** The instant from which readers may open the post, if it is scheduled. */
  from?: string
}

/** Finds the target of a requested URL: path and query. */
export type AliasTable = (url: string, now: number) => string | undefined

/**
 * Index aliases. One without a query matches its path with any query, one with a query matches if the request has its
 * parameters, in any order and among others.
 */
export function createAliasTable(aliases: readonly Alias[]): AliasTable {
  const byPath = new Map<string, (Alias & { query: [string, string][] })[]>()
  for (const alias of aliases) {
    const [path = '', query] = alias.address.split('?', 2)
    const same = byPath.get(path) ?? []
    byPath.set(path, [...same, { ...alias, query: [...new URLSearchParams(query)] }])
  }
  // The alias with the most parameters is tried first.
  for (const same of byPath.values()) same.sort((a, b) => b.query.length - a.query.length)
  return (url, now) => {
    const [path = ''] = url.split('?', 1)
    const same = byPath.get(canonicalPath(path))
    if (!same) return undefined
    const query = new URLSearchParams(url.slice(path.length))
    return same.find(
      (alias) =>
        (alias.from === undefined || Date.parse(alias.from) <= now) &&
        alias.query.every(([name, value]) => query.getAll(name).includes(value)),
    )?.url
  }
}
