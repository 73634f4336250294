import { respondConditionally } from '@/lib/http/conditional'
import { getMarkdown } from '@/lib/outputs/markdown/get-markdown'
import { respondMissing } from '@/lib/outputs/respond-missing'
import { markdownUrl } from '@/lib/site/routes.mjs'

/** The source of an article: `/posts/x.md`, and `/posts/x` for clients that prefer Markdown (`next.config.mjs`). */
export async function GET(
  request: Request,
  { params }: RouteContext<'/posts/[slug]/markdown'>,
): Promise<Response> {
  const { slug } = await params
  const article = await getMarkdown(slug)
  if (!article) return respondMissing(slug, markdownUrl)
  const { text, version, canonical, unlisted } = article
  return respondConditionally(request, {
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
