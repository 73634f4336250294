import 'server-only'
import { respondConditionally } from '../../http/conditional'
import { respondForArticle } from '../respond-for-article'
import { type CitationFormat, citationWriters } from './formats'
import { getCitation } from './get-citation'

/** Respond with the article at a path for reference managers. `?of=eq-y` cites a part. */
export function respondWithCitation(
  request: Request,
  path: string,
  format: CitationFormat,
): Promise<Response> {
  const { search, searchParams } = new URL(request.url)
  const formOf = (url: string) => `${url}.${format}${search}`
  return respondForArticle(path, formOf, async (slug) => {
    const citation = await getCitation(slug, format, searchParams.get('of') ?? '')
    if (!citation) return undefined
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
  })
}
