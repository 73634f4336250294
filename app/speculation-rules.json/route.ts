import { connection } from 'next/server'
import { getSite } from '@/lib/queries/site'
import { respondWithSpeculationRules } from '@/lib/runtime/speculation-rules'

/** The rules for links that browsers may prerender before the reader follows them. */
export async function GET(request: Request): Promise<Response> {
  await connection()
  return respondWithSpeculationRules(request, (await getSite()).permalinks?.posts)
}
