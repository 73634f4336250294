import { notFound } from 'next/navigation'
import { respondConditionally } from '@/lib/http/conditional'
import { citationWriters, isCitationFormat } from '@/lib/outputs/citation/formats'
import { getCitation } from '@/lib/outputs/citation/get-citation'
import { respondMissing } from '@/lib/outputs/respond-missing'

/** An article for reference managers: `/posts/x.bib`, `.ris` and `.json` (`next.config.mjs`). `?of=eq-y` cites a part. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/posts/[slug]/citation/[format]'>,
): Promise<Response> {
  const { slug, format } = await params
  if (!isCitationFormat(format)) notFound()
  const { search, searchParams } = new URL(request.url)
  const citation = await getCitation(slug, format, searchParams.get('of') ?? '')
  if (!citation) return respondMissing(slug, (url) => `${url}.${format}${search}`)
  if ('unknown' in citation) {
    const headers = { 'content-type': 'text/plain; charset=utf-8' }
    return new Response(citation.unknown, { status: 404, headers })
  }
  const { text, version, unlisted } = citation
  return respondConditionally(request, {
    body: text,
    type: citationWriters[format].type,
    version,
    ...(unlisted && { headers: { 'x-robots-tag': 'noindex' } }),
  })
}
