import { canonicalAlias, canonicalPath } from './aliases'

/** The status codes of redirects. 301 and 308 are permanent. */
export const redirectStatuses = [301, 302, 307, 308] as const
export type RedirectStatus = (typeof redirectStatuses)[number]

/** The status of redirects for which none is set. */
export const defaultStatus = 308

export function isPermanent(status: RedirectStatus): boolean {
  return status === 301 || status === 308
}

/** A redirect of the site: an alias of a post, or one that the author configured. */
export interface Redirect {
  /** As `canonicalSource` returns it. */
  from: string
  /** Path of this site, or a URL, as `canonicalTarget` returns it. A `*` in it is replaced by what the `*` of `from` matched. */
  to: string
  status?: RedirectStatus
  /** The instant from which it applies, for an alias of a scheduled post. */
  since?: string
}

/** Where a request is redirected to. */
export interface RedirectTarget {
  url: string
  status: RedirectStatus
}

/** Finds the redirect of a requested URL: path and query. */
export type RedirectTable = (url: string, now: number) => RedirectTarget | undefined

/** The source of a redirect in the form in which it is compared with requests. A `*` at its end stands for any rest. */
export function canonicalSource(from: string): string {
  if (!isPrefix(from)) return canonicalAlias(from)
  const prefix = from.slice(0, -1)
  return canonicalPath(prefix) + (/.\/$/.test(prefix) ? '/*' : '*')
}

/** The target of a redirect, encoded: it becomes a header of the response. */
export function canonicalTarget(to: string): string {
  const { href, pathname, search, hash } = new URL(to, 'http://localhost')
  return to.startsWith('/') ? pathname + search + hash : href
}

/** Does the redirect apply to all paths that start with its source? */
export function isPrefix(from: string): boolean {
  return from.endsWith('*')
}

interface Entry extends Redirect {
  query: [string, string][]
}

/**
 * Index redirects, so that a request costs the same with ten thousand of them. A source without a query matches its path
 * with any query; one with a query matches if the request has its parameters, in any order and among others. Exact
 * sources are preferred to prefixes, and long prefixes to short ones.
 */
export function createRedirectTable(redirects: readonly Redirect[]): RedirectTable {
  const byPath = new Map<string, Entry[]>()
  const prefixes = new Map<string, Redirect>()
  for (const redirect of redirects) {
    if (isPrefix(redirect.from)) {
      const prefix = redirect.from.slice(0, -1)
      if (!prefixes.has(prefix)) prefixes.set(prefix, redirect)
      continue
    }
    const [path = '', query] = redirect.from.split('?', 2)
    const entry = { ...redirect, query: [...new URLSearchParams(query)] }
    const same = byPath.get(path)
    if (same) same.push(entry)
    else byPath.set(path, [entry])
  }
  // The source with the most parameters is tried first.
  for (const same of byPath.values()) same.sort((a, b) => b.query.length - a.query.length)
  return (url, now) => {
    const [requested = ''] = url.split('?', 1)
    const path = canonicalPath(requested)
    const search = url.slice(requested.length)
    return findExact(byPath.get(path), search, now) ?? findPrefix(prefixes, path, search)
  }
}

function findExact(
  entries: readonly Entry[] | undefined,
  search: string,
  now: number,
): RedirectTarget | undefined {
  if (!entries) return undefined
  const query = new URLSearchParams(search)
  const found = entries.find(
    ({ since, query: required }) =>
      (since === undefined || Date.parse(since) <= now) &&
      required.every(([name, value]) => query.getAll(name).includes(value)),
  )
  return found && { url: found.to, status: found.status ?? defaultStatus }
}

/** The longest prefix of a path. The rest of the path, and the query, go into the target. */
function findPrefix(
  prefixes: ReadonlyMap<string, Redirect>,
  path: string,
  search: string,
): RedirectTarget | undefined {
  if (prefixes.size === 0) return undefined
  // `/blog/*` also matches `/blog`.
  const candidate = `${path}/`
  for (let length = candidate.length; length > 0; length--) {
    const redirect = prefixes.get(candidate.slice(0, length))
    if (!redirect) continue
    const filled = redirect.to.replace('*', () => path.slice(length))
    // `//x` would be another host.
    const url = filled.replace(/^\/{2,}/, '/')
    const query = url.includes('?') ? '' : search.replace(/[^\x21-\x7e]/g, encodeURIComponent)
    return { url: url + query, status: redirect.status ?? defaultStatus }
  }
  return undefined
}
