import 'server-only'
import { isUrlOf } from '../published/post-at'
import { getPostPlace } from '../queries/addresses'
import { redirectTo, respondMissing } from './respond-missing'

/**
 * Respond with another representation of the article at a path. At another path than its URL, redirect to the
 * representation at its URL.
 *
 * @param path of the article
 * @param formOf the URL of the representation, by the URL of the article
 * @param respond the response for a slug; undefined if readers cannot open the article
 */
export async function respondForArticle(
  path: string,
  formOf: (url: string) => string,
  respond: (slug: string) => Promise<Response | undefined>,
): Promise<Response> {
  const place = await getPostPlace(path)
  const response = place && (await respond(place.slug))
  if (!response) return respondMissing(path, formOf)
  return isUrlOf(place, path) ? response : redirectTo(formOf(place.url), 308)
}
