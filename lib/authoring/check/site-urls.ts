import type { Published } from '../../published/types'
import { canonicalPath } from '../../site/aliases'
import type { Site } from '../../site/config'
import { authorUrl, categoryUrl, decodeSlug, indexUrl, matchRoute, tagUrl } from '../../site/routes.mjs'
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
      ...findIndexUrls(site, posts.length),
      ...findLanguageLists({ site, posts }),
    ].map(canonicalPath),
  )
}

/** The pages of teasers. There are fewer while some posts are not public yet. */
function findIndexUrls({ postsPerPage }: Site, posts: number): string[] {
  return Array.from({ length: Math.ceil(posts / postsPerPage) }, (_, index) => indexUrl(index + 1))
}

/** Is this the address of a page that every site has, such as the archive? @param address as `canonicalAlias` returns it */
export function isRoute(address: string): boolean {
  if (address.includes('?')) return false
  const { route } = matchRoute(decodeSlug(address)) ?? {}
  return route !== undefined && !route.needsContent
}
