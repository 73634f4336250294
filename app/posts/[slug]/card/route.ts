import { respondWithCard } from '@/lib/outputs/card/respond'

/** The image that other sites show for a link to an article: `/posts/x.png` (`next.config.mjs`). */
export async function GET(
  request: Request,
  { params }: RouteContext<'/posts/[slug]/card'>,
): Promise<Response> {
  return respondWithCard(request, `/posts/${(await params).slug}`)
}
