import { respondConditionally } from '@/lib/http/conditional'
import { getSitemapIndex } from '@/lib/outputs/sitemap/sitemap'

export async function GET(request: Request): Promise<Response> {
  const { text, version } = await getSitemapIndex()
  return respondConditionally(request, { body: text, version, type: 'application/xml; charset=utf-8' })
}
