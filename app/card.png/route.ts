import { respondConditionally } from '@/lib/http/conditional'
import { getSiteCard } from '@/lib/outputs/card/get-card'
import { respondWithSiteFile } from '@/lib/outputs/respond-with-site-file'

/** The image that other sites show for a link to a page without a card of its own. */
export async function GET(request: Request): Promise<Response> {
  const own = await respondWithSiteFile(request, 'card.png')
  if (own) return own
  const { png, version } = await getSiteCard()
  return respondConditionally(request, { body: png, type: 'image/png', version })
}
