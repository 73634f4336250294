import { getPostPlace } from '@/lib/queries/addresses'
import { getArticlePreview, getLabelPreview } from '@/lib/queries/article'
import { respondWithPreview } from './respond-with-preview'

/**
 * The preview of a link to any path of the site: `?path=/2011/05/x` is the beginning of the article at this path, with
 * `&anchor=eq-1` one of its labels. Without an article it has no content: scripts do not know which paths are articles.
 */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const place = await getPostPlace(searchParams.get('path') ?? '')
  if (!place) return new Response(null, { status: 204 })
  const anchor = searchParams.get('anchor')
  const html =
    anchor === null ? await getArticlePreview(place.slug) : await getLabelPreview(place.slug, anchor)
  return respondWithPreview(request, html)
}
