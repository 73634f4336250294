import { respondConditionally } from '@/lib/http/conditional'
import { getCard } from '@/lib/outputs/card/get-card'
import { respondMissing } from '@/lib/outputs/respond-missing'
import { cardUrl } from '@/lib/site/routes.mjs'

/** The image that other sites show for a link to an article: `/posts/x.png` (`next.config.mjs`). */
export async function GET(
  request: Request,
  { params }: RouteContext<'/posts/[slug]/card'>,
): Promise<Response> {
  const { slug } = await params
  const card = await getCard(slug)
  if (!card) return respondMissing(slug, cardUrl)
  return respondConditionally(request, {
    body: card.png,
    type: 'image/png',
    version: card.version,
    ...(card.unlisted && { headers: { 'x-robots-tag': 'noindex' } }),
  })
}
