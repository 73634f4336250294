import { getSiteCard } from '@/lib/content/card'
import { answerConditionally } from '@/lib/http/conditional'

/** The site as a picture, for those who show a link to a page that has no card of its own. */
export async function GET(request: Request): Promise<Response> {
  const { png, version } = await getSiteCard()
  return answerConditionally(request, { body: png, type: 'image/png', version })
}
