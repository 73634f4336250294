import { notFound } from 'next/navigation'
import { isCitationFormat } from '@/lib/outputs/citation/formats'
import { respondWithCitation } from '@/lib/outputs/citation/respond'

/** An article for reference managers: `/posts/x.bib`, `.ris` and `.json` (`next.config.mjs`). `?of=eq-y` cites a part. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/posts/[slug]/citation/[format]'>,
): Promise<Response> {
  const { slug, format } = await params
  return isCitationFormat(format) ? respondWithCitation(request, `/posts/${slug}`, format) : notFound()
}
