import 'server-only'
import { respondConditionally } from '../../http/conditional'
import { cardUrl } from '../../site/routes.mjs'
import { respondForArticle } from '../respond-for-article'
import { getCard } from './get-card'

/** Respond with the image that other sites show for a link to the article at a path. */
export function respondWithCard(request: Request, path: string): Promise<Response> {
  return respondForArticle(path, cardUrl, async (slug) => {
    const card = await getCard(slug)
    return (
      card &&
      respondConditionally(request, {
        body: card.png,
        type: 'image/png',
        version: card.version,
        ...(card.unlisted && { headers: { 'x-robots-tag': 'noindex' } }),
      })
    )
  })
}
