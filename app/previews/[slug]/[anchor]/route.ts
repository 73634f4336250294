import { getPreview } from '@/lib/content/queries'

/** What a label names, for a reference to it in another article. */
export async function GET(
  _: Request,
  { params }: RouteContext<'/previews/[slug]/[anchor]'>,
): Promise<Response> {
  const { slug, anchor } = await params
  const html = await getPreview(slug, anchor)
  if (html === undefined) return new Response('No such label.\n', { status: 404 })
  return new Response(html, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'x-robots-tag': 'noindex' },
  })
}
