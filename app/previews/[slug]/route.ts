import { getArticlePreview } from '@/lib/queries/article'
import { respondWithPreview } from '../respond-with-preview'

/** The beginning of an article, for links to it. */
export async function GET(request: Request, { params }: RouteContext<'/previews/[slug]'>): Promise<Response> {
  return respondWithPreview(request, await getArticlePreview((await params).slug))
}
