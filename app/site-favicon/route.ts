import { permanentRedirect } from 'next/navigation'
import { connection } from 'next/server'
import { respondWithSiteFile } from '@/lib/outputs/respond-with-site-file'

/** `/favicon.ico`, which browsers and feed readers request without a link: the site's own, or its icon. */
export async function GET(request: Request): Promise<Response> {
  // Otherwise the build of a site without this file would prerender the redirect for all sites.
  await connection()
  return (await respondWithSiteFile(request, 'favicon.ico')) ?? permanentRedirect('/icon.svg')
}
