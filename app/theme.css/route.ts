import { connection } from 'next/server'
import { respondVersioned } from '@/lib/outputs/respond-with-site-file'
import { getThemeStylesheet } from '@/lib/queries/site-files'

/** The theme of the site. It exists only if the configuration has one. */
export async function GET(request: Request): Promise<Response> {
  // Otherwise the build of a site without a theme would prerender this response for all sites.
  await connection()
  const theme = await getThemeStylesheet()
  if (!theme) return new Response('This site has no theme.\n', { status: 404 })
  return respondVersioned(request, {
    body: theme.css,
    type: 'text/css; charset=utf-8',
    version: theme.version,
  })
}
