import { getPreview } from '@/lib/content/queries'
import { answerPreview } from '../../answer-preview'

/** What a label names, for a reference to it in another article. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/previews/[slug]/[anchor]'>,
): Promise<Response> {
  const { slug, anchor } = await params
  return answerPreview(request, await getPreview(slug, anchor))
}
