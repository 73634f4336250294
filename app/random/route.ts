import { connection } from 'next/server'
import { pickRandomUrl } from '@/lib/content/queries'

/** Lead the reader to an article picked by chance, another one each time. */
export async function GET(): Promise<Response> {
  await connection()
  return new Response(null, {
    status: 307,
    headers: { location: pickRandomUrl() ?? '/', 'cache-control': 'no-store' },
  })
}
