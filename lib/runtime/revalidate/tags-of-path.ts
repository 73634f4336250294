import { tags } from '../../published/cache-tags'
import { decodeSlug, matchRoute } from '../../site/routes.mjs'

/** Cache tags of the page at a path of this site. */
export function tagsOfPath(path: string): string[] {
  const { route, params = {} } = matchRoute(decodeSlug(path)) ?? {}
  // `/en` is a list, or a page of a site without that language.
  if (route?.tag === 'lists') return [tags.lists, ...(params.language ? [tags.page(params.language)] : [])]
  if (route?.tag === 'post') return [tags.post(params.slug ?? '')]
  return route?.tag === 'page' ? [tags.page(params.page ?? '')] : []
}
