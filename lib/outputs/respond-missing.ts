import { isGone } from '../published/read-index'
import { getAliasTarget } from '../queries/pages'
import { decodeSlug } from '../site/routes.mjs'

/**
 * Respond to a request for another representation of an article that does not exist: redirect if the article moved, 410 if
 * it was deleted, otherwise 404.
 *
 * @param formOf the URL of the representation, by the URL of the article
 */
export async function respondMissing(slug: string, formOf: (url: string) => string): Promise<Response> {
  const target = await getAliasTarget(`/posts/${slug}`)
  if (target) return new Response(null, { status: 308, headers: { location: formOf(target) } })
  const status = isGone(decodeSlug(slug)) ? 410 : 404
  return new Response(status === 410 ? 'This article was deleted.\n' : 'No such article.\n', {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}
