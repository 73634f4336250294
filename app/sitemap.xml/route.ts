import { answerConditionally } from '@/lib/http/conditional'
import { getSitemap } from '@/lib/sitemap/sitemap'

export async function GET(request: Request): Promise<Response> {
  const { text, ...rest } = await getSitemap()
  return answerConditionally(request, { ...rest, body: text, type: 'application/xml; charset=utf-8' })
}
