import { answerConditionally } from '@/lib/http/conditional'
import { getSitemapIndex } from '@/lib/sitemap/sitemap'

export async function GET(request: Request): Promise<Response> {
  const { text, version } = await getSitemapIndex()
  return answerConditionally(request, { body: text, version, type: 'application/xml; charset=utf-8' })
}
