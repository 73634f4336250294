import { respondWithCard } from '@/lib/outputs/card/respond'
import { isCitationFormat } from '@/lib/outputs/citation/formats'
import { respondWithCitation } from '@/lib/outputs/citation/respond'
import { respondWithMarkdown } from '@/lib/outputs/markdown/respond'
import { redirectTo } from '@/lib/outputs/respond-missing'
import { getPostPlace, getRedirect } from '@/lib/queries/addresses'
import { findPublishedFile } from '@/lib/queries/site-files'
import { decodeSlug } from '@/lib/site/routes.mjs'

/**
 * Other representations of articles whose URL is not `/posts/:slug`: `/2011/05/x.md`, `/archives/1.html.png`
 * (`next.config.mjs`). Every path with one of their extensions that no other route has comes here.
 */
export async function GET(
  request: Request,
  { params }: RouteContext<'/representations/[...path]'>,
): Promise<Response> {
  const path = `/${(await params).path.join('/')}`
  const [, article = '', extension = ''] = /^(.*)\.([a-z]+)$/.exec(path) ?? []
  if (!(await getPostPlace(article))) {
    const target = await getRedirect(path)
    if (target) return redirectTo(target.url, target.status)
    // In production, our server or the host responds with the file.
    if (process.env.NODE_ENV === 'development' && findPublishedFile(decodeSlug(path.slice(1))))
      return redirectTo(`/api/dev/files${path}`, 307)
  }
  if (isCitationFormat(extension)) return respondWithCitation(request, article, extension)
  return extension === 'png' ? respondWithCard(request, article) : respondWithMarkdown(request, article)
}
