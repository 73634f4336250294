import { drawIcon, iconVersion } from '@/lib/outputs/metadata/icons'
import { respondVersioned, respondWithSiteFile } from '@/lib/outputs/respond-with-site-file'
import { getSite } from '@/lib/queries/site'

/** The icon of the site: `/icon.svg` (`next.config.mjs`). */
export async function GET(request: Request): Promise<Response> {
  const own = await respondWithSiteFile(request, 'icon.svg')
  if (own) return own
  const body = drawIcon(await getSite())
  return respondVersioned(request, { body, type: 'image/svg+xml', version: iconVersion(body) })
}
