import { connection } from 'next/server'
import { redirectToRandom } from '@/app/random/redirect-to-random'
import { findSiteIn } from '@/lib/queries/site'

/** Redirect to a random article of a language after the first. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/in-language/[language]/random'>,
): Promise<Response> {
  await connection()
  const site = await findSiteIn((await params).language)
  return site ? redirectToRandom(site) : new Response('No such page.\n', { status: 404 })
}
