import { connection } from 'next/server'
import { pickRandomUrl } from '@/lib/queries/article'
import { findSiteIn, getSite } from '@/lib/queries/site'
import { listUrl } from '@/lib/site/site-languages'

/** Redirect to a random article: of the first language of the site, or of another, `?language=en`. */
export async function GET({ url }: Request): Promise<Response> {
  await connection()
  const tag = new URL(url).searchParams.get('language') ?? ''
  const site = (await findSiteIn(tag)) ?? (await getSite())
  return new Response(null, {
    status: 307,
    headers: { location: pickRandomUrl(site.language) ?? listUrl(site, '/'), 'cache-control': 'no-store' },
  })
}
