import { connection } from 'next/server'
import { respondWithSiteFile } from '@/lib/outputs/respond-with-site-file'
import { settings } from '@/lib/site/settings'

/** The key with which IndexNow verifies notifications of this site: `/<key>.txt` (`next.config.mjs`). */
export async function GET(request: Request, { params }: RouteContext<'/indexnow/[key]'>): Promise<Response> {
  await connection()
  const { key } = await params
  const isKey = key === settings.indexNowKey()
  // Other services verify the owner of a site by files of this form.
  const file = isKey ? undefined : await respondWithSiteFile(request, `${key}.txt`)
  if (file) return file
  return new Response(isKey ? key : 'No such key.\n', {
    status: isKey ? 200 : 404,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}
