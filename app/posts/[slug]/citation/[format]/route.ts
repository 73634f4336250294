import { notFound } from 'next/navigation'
import { citationFormats, isCitationFormat } from '@/lib/cite/formats'
import { getCitation } from '@/lib/content/citation'
import { answerMissing } from '@/lib/content/missing'
import { answerConditionally } from '@/lib/http/conditional'

/** An article for reference managers: `/posts/x.bib`, `.ris` and `.json` (`next.config.mjs`); `?of=eq-y` a part of it. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/posts/[slug]/citation/[format]'>,
): Promise<Response> {
  const { slug, format } = await params
  if (!isCitationFormat(format)) notFound()
  const { search, searchParams } = new URL(request.url)
  const citation = await getCitation(slug, format, searchParams.get('of') ?? '')
  if (!citation) return answerMissing(slug, (url) => `${url}.${format}${search}`)
  if ('unknown' in citation) {
    const headers = { 'content-type': 'text/plain; charset=utf-8' }
    return new Response(citation.unknown, { status: 404, headers })
  }
  const { text, version, unlisted } = citation
  return answerConditionally(request, {
    body: text,
    type: citationFormats[format].type,
    version,
    ...(unlisted && { headers: { 'x-robots-tag': 'noindex' } }),
  })
}
