import { tags } from '../../published/cache-tags'
import { decodeSlug, matchRoute } from '../../site/routes.mjs'

/** Cache tags of the page at a path of this site. */
export function tagsOfPath(path: string): string[] {
  const { route, params = {} } = matchRoute(decodeSlug(path)) ?? {}
  if (route?.tag === 'lists') return [tags.lists]
  if (route?.tag === 'post') return [tags.post(params.slug ?? '')]
  return route?.tag === 'page' ? [tags.page(params.page ?? '')] : []
}
