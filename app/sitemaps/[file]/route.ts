import { notFound } from 'next/navigation'
import { answerConditionally } from '@/lib/http/conditional'
import { getSitemap } from '@/lib/sitemap/sitemap'

/** One of the sitemaps that `/sitemap.xml` names: `/sitemaps/1.xml`. */
export async function GET(request: Request, { params }: RouteContext<'/sitemaps/[file]'>): Promise<Response> {
  const [, number] = /^([1-9]\d{0,3})\.xml$/.exec((await params).file) ?? []
  const sitemap = number ? await getSitemap(Number(number)) : undefined
  if (!sitemap) notFound()
  const { text, version } = sitemap
  return answerConditionally(request, { body: text, version, type: 'application/xml; charset=utf-8' })
}
