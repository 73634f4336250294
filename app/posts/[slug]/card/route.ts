import { getCard } from '@/lib/content/card'
import { answerMissing } from '@/lib/content/missing'
import { answerConditionally } from '@/lib/http/conditional'

/** An article as a picture, for those who show a link: `/posts/x.png` (`next.config.mjs`). */
export async function GET(
  request: Request,
  { params }: RouteContext<'/posts/[slug]/card'>,
): Promise<Response> {
  const { slug } = await params
  const card = await getCard(slug)
  if (!card) return answerMissing(slug, (url) => `${url}.png`)
  return answerConditionally(request, {
    body: card.png,
    type: 'image/png',
    version: card.version,
    ...(card.unlisted && { headers: { 'x-robots-tag': 'noindex' } }),
  })
}
