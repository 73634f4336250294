import { tags } from '../../published/cache-tags'
import { findPostAt } from '../../published/post-at'
import type { Post } from '../../published/types'
import { decodeSlug, matchRoute } from '../../site/routes.mjs'

/** Cache tags of the page at a path of this site. @param posts all posts, which may have URLs of their own */
export function tagsOfPath(path: string, posts: readonly Post[]): string[] {
  const post = findPostAt(posts, path)
  if (post) return [tags.post(post.slug)]
  const { route, params = {} } = matchRoute(decodeSlug(path)) ?? {}
  // `/en` is a list, or a page of a site without that language.
  if (route?.tag === 'lists') return [tags.lists, ...(params.language ? [tags.page(params.language)] : [])]
  if (route?.tag === 'post') return [tags.post(params.slug ?? '')]
  return route?.tag === 'page' ? [tags.page(params.page ?? '')] : []
}
