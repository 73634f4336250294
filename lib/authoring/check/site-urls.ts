import type { Published } from '../../published/types'
import { canonicalPath } from '../../site/aliases'
import { authorUrl, categoryUrl, decodeSlug, matchRoute, tagUrl } from '../../site/routes.mjs'
import { findLanguageLists } from './language-lists'

/** The paths of all pages of documents and lists, as `canonicalPath` returns them. */
export function listUrls({
  site,
  posts,
  series,
  pages,
}: Pick<Published, 'site' | 'posts' | 'series' | 'pages'>): Set<string> {
  return new Set(
    [
      ...[...posts, ...series, ...pages].map(({ url }) => url),
      ...posts.flatMap((post) => [...post.tags.map(tagUrl), ...post.authors.map(authorUrl)]),
      ...posts.flatMap(({ category }) => (category ? categoryUrl(category) : [])),
      ...findLanguageLists({ site, posts }),
    ].map(canonicalPath),
  )
}

/** Is this the address of a page that every site has, such as the archive? @param address as `canonicalAlias` returns it */
export function isRoute(address: string): boolean {
  if (address.includes('?')) return false
  const { route } = matchRoute(decodeSlug(address)) ?? {}
  return route !== undefined && !route.needsContent
}
