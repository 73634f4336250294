import { getMarkdown } from '@/lib/content/markdown'
import { answerMissing } from '@/lib/content/missing'
import { markdownUrl } from '@/lib/content/urls'
import { answerConditionally } from '@/lib/http/conditional'

/** An article's source: `/posts/x.md`, and `/posts/x` for those who prefer text/markdown (`next.config.mjs`). */
export async function GET(
  request: Request,
  { params }: RouteContext<'/posts/[slug]/markdown'>,
): Promise<Response> {
  const { slug } = await params
  const article = await getMarkdown(slug)
  if (!article) return answerMissing(slug, markdownUrl)
  const { text, version, canonical, unlisted } = article
  return answerConditionally(request, {
    body: text,
    type: 'text/markdown; charset=utf-8',
    version,
    headers: {
      link: `<${canonical}>; rel="canonical"`,
      vary: 'Accept',
      ...(unlisted && { 'x-robots-tag': 'noindex' }),
    },
  })
}
