import { notFound } from 'next/navigation'
import { respondConditionally } from '@/lib/http/conditional'
import { getSitemap } from '@/lib/outputs/sitemap/sitemap'

/** A sitemap of the index `/sitemap.xml`: `/sitemaps/1.xml`. */
export async function GET(request: Request, { params }: RouteContext<'/sitemaps/[file]'>): Promise<Response> {
  const [, number] = /^([1-9]\d{0,3})\.xml$/.exec((await params).file) ?? []
  const sitemap = number ? await getSitemap(Number(number)) : undefined
  if (!sitemap) notFound()
  const { text, version } = sitemap
  return respondConditionally(request, { body: text, version, type: 'application/xml; charset=utf-8' })
}
