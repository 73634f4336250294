import { respondConditionally } from '@/lib/http/conditional'
import { getSiteCard } from '@/lib/outputs/card/get-card'
import { findSiteIn } from '@/lib/queries/site'

/** The card of the site in a language after the first. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/in-language/[language]/card.png'>,
): Promise<Response> {
  const site = await findSiteIn((await params).language)
  if (!site) return new Response('No such card.\n', { status: 404 })
  const { png, version } = await getSiteCard(site.language)
  return respondConditionally(request, { body: png, type: 'image/png', version })
}
