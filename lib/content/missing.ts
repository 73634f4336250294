import { isGone } from './published'
import { getAliasTarget } from './queries'
import { decodeSlug } from './urls'

/**
 * The answer where another form of an article was asked for and there is none: it moved, was deleted, or never was.
 *
 * @param formOf the address of that form, from that of the article
 */
export async function answerMissing(slug: string, formOf: (url: string) => string): Promise<Response> {
  const target = await getAliasTarget(`/posts/${slug}`)
  if (target) return new Response(null, { status: 308, headers: { location: formOf(target) } })
  const status = isGone(decodeSlug(slug)) ? 410 : 404
  return new Response(status === 410 ? 'This article was deleted.\n' : 'No such article.\n', {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}
