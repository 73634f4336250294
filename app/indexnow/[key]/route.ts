import { connection } from 'next/server'
import { settings } from '@/lib/settings'

/** The key by which IndexNow knows that this site sent what it was sent: `/<key>.txt` (`next.config.mjs`). */
export async function GET(_: Request, { params }: RouteContext<'/indexnow/[key]'>): Promise<Response> {
  await connection()
  const { key } = await params
  const isOurs = key === settings.indexNowKey()
  return new Response(isOurs ? key : 'No such key.\n', {
    status: isOurs ? 200 : 404,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}
