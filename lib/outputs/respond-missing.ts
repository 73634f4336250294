import { isGone } from '../published/read-index'
import { getPostPlace, getRedirect } from '../queries/addresses'
import { canonicalPath } from '../site/aliases'
import { decodeSlug } from '../site/routes.mjs'

/**
 * Respond to a request for another representation of an article that does not exist: redirect if the article moved, 410 if
 * it was deleted, otherwise 404.
 *
 * @param path of the article
 * @param formOf the URL of the representation, by the URL of the article
 */
export async function respondMissing(path: string, formOf: (url: string) => string): Promise<Response> {
  const target = await getRedirect(path)
  if (target) {
    const isArticle = await getPostPlace(target.url)
    return redirectTo(isArticle ? formOf(target.url) : target.url, target.status)
  }
  const slug = /^\/posts\/([^/]+)$/.exec(decodeSlug(path))?.[1] ?? ''
  const status = isGone(slug) || isGone(canonicalPath(path)) ? 410 : 404
  return new Response(status === 410 ? 'This article was deleted.\n' : 'No such article.\n', {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}

/** A redirect, which does not have to be absolute, unlike that of `Response.redirect`. */
export function redirectTo(location: string, status: number): Response {
  return new Response(null, { status, headers: { location } })
}
