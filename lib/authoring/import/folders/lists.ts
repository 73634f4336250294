import type { SourceDocument, SourceList } from '../source'
import { toPath } from './permalinks'

/** The pages of a list: `/tags/x/`, `/tags/x/page/2/`. @param pagePath the path of a page after that of the list */
export function pagesOf(path: string, count: number, perPage: number, pagePath = 'page'): string[] {
  const pages = perPage > 0 ? Math.ceil(count / perPage) : 1
  const more = Array.from({ length: Math.max(0, pages - 1) }, (_, index) =>
    toPath(path, pagePath, String(index + 2), '/'),
  )
  return [toPath(path, '/'), ...more].map((page) => encodeURI(page))
}

/** Names with the number of posts that have them. */
export function countNames(
  posts: readonly SourceDocument[],
  names: (post: SourceDocument) => readonly string[],
): [name: string, count: number][] {
  const counts = new Map<string, number>()
  for (const name of posts.flatMap(names)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
}

/** A list of posts, by its pages. */
export function toList(kind: SourceList['kind'], urls: readonly string[], name?: string): SourceList {
  return { kind, urls, ...(name !== undefined && { name }) }
}
