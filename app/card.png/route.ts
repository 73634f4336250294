import { respondConditionally } from '@/lib/http/conditional'
import { getSiteCard } from '@/lib/outputs/card/get-card'
import { respondWithSiteFile } from '@/lib/outputs/respond-with-site-file'
import { findSiteIn } from '@/lib/queries/site'

/**
 * The image that other sites show for a link to a page without a card of its own. `?language=en` is that of a language after
 * the first.
 */
export async function GET(request: Request): Promise<Response> {
  const own = await respondWithSiteFile(request, 'card.png')
  if (own) return own
  const site = await findSiteIn(new URL(request.url).searchParams.get('language') ?? '')
  const { png, version } = await getSiteCard(site?.language)
  return respondConditionally(request, { body: png, type: 'image/png', version })
}
