import { getLabelPreview } from '@/lib/queries/article'
import { respondWithPreview } from '../../respond-with-preview'

/** The equation, statement or figure of a label, for references in other articles. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/previews/[slug]/[anchor]'>,
): Promise<Response> {
  const { slug, anchor } = await params
  return respondWithPreview(request, await getLabelPreview(slug, anchor))
}
