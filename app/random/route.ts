import { connection } from 'next/server'
import { pickRandomUrl } from '@/lib/queries/article'

/** Redirect to a random article. */
export async function GET(): Promise<Response> {
  await connection()
  return new Response(null, {
    status: 307,
    headers: { location: pickRandomUrl() ?? '/', 'cache-control': 'no-store' },
  })
}
