import { join } from 'node:path'
import { respondWithMedia } from '@/lib/outputs/media/respond-with-media'
import { publishedRoot } from '@/lib/published/types'
import { siteFolder } from '@/lib/site/folders.mjs'
import { decodeSlug } from '@/lib/site/routes.mjs'

/** An image of an article, or another file that is published with it. The URL contains a hash of the content. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/media/[hash]/[name]'>,
): Promise<Response> {
  const { hash, name } = await params
  const folder = join(siteFolder(), publishedRoot, 'media')
  return respondWithMedia(request, folder, { hash, name: decodeSlug(name) })
}
