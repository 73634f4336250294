import { LRUCache } from 'lru-cache'
import { listOfFeed, matchRoute, searchPaths } from '../../../site/routes.mjs'

/** The kinds of requests that metrics distinguish: few, because each one is a series of its own. */
export type RequestKind =
  | 'article'
  | 'list'
  | 'page'
  | 'search'
  | 'feed'
  | 'image'
  | 'api'
  | 'asset'
  | 'file'
  | 'other'

/** Returns the kind of the request for a URL. It remembers the kinds of paths: comparing a path with all routes takes long. */
export function createKindOf(): (url: string) => RequestKind {
  const kinds = new LRUCache<string, RequestKind>({ max: 1_000 })
  return (url) => {
    const [path = ''] = url.split('?', 1)
    const known = kinds.get(path)
    if (known) return known
    const kind = findKind(path)
    kinds.set(path, kind)
    return kind
  }
}

function findKind(path: string): RequestKind {
  if (path.startsWith('/_next/')) return path.startsWith('/_next/image') ? 'image' : 'asset'
  if (searchPaths.includes(path)) return 'search'
  if (path.startsWith('/api/')) return 'api'
  const { route } = matchRoute(path) ?? {}
  if (!route) return 'other'
  const { pattern, tag, isPage } = route
  if (listOfFeed(pattern) !== undefined) return 'feed'
  if (/^\/(?:media|formulas)\/|\.png$/.test(pattern)) return 'image'
  if (isPage) return tag === 'post' ? 'article' : 'list'
  return tag === 'page' ? 'page' : 'file'
}
