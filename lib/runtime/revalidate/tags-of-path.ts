import { tags } from '../../published/cache-tags'
import { findPostAt } from '../../published/post-at'
import { readPublished } from '../../published/read-index'
import { decodeSlug, matchRoute } from '../../site/routes.mjs'

/** Cache tags of the page at a path of this site. */
export function tagsOfPath(path: string): string[] {
  const post = findPostAt(readPublished().posts, path)
  if (post) return [tags.post(post.slug)]
  const { route, params = {} } = matchRoute(decodeSlug(path)) ?? {}
  if (route?.tag === 'lists') return [tags.lists]
  if (route?.tag === 'post') return [tags.post(params.slug ?? '')]
  return route?.tag === 'page' ? [tags.page(params.page ?? '')] : []
}
