import { getMarkdown } from '@/lib/content/markdown'
import { isGone } from '@/lib/content/published'
import { getAliasTarget } from '@/lib/content/queries'
import { decodeSlug, markdownUrl } from '@/lib/content/urls'
import { answerConditionally } from '@/lib/http/conditional'

/** An article's source: `/posts/x.md`, and `/posts/x` for those who prefer text/markdown (`next.config.mjs`). */
export async function GET(
  request: Request,
  { params }: RouteContext<'/posts/[slug]/markdown'>,
): Promise<Response> {
  const { slug } = await params
  const article = await getMarkdown(slug)
  if (!article) {
    const target = await getAliasTarget(`/posts/${slug}`)
    if (target) return new Response(null, { status: 308, headers: { location: markdownUrl(target) } })
    const status = isGone(decodeSlug(slug)) ? 410 : 404
    return new Response(status === 410 ? 'This article was deleted.\n' : 'No such article.\n', {
      status,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    })
  }
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
