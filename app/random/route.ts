import { connection } from 'next/server'
import { getSite } from '@/lib/queries/site'
import { redirectToRandom } from './redirect-to-random'

/** Redirect to a random article. */
export async function GET(): Promise<Response> {
  await connection()
  return redirectToRandom(await getSite())
}
