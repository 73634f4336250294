import { respondWithMarkdown } from '@/lib/outputs/markdown/respond'

/** The source of an article: `/posts/x.md`, and `/posts/x` for clients that prefer Markdown (`next.config.mjs`). */
export async function GET(
  request: Request,
  { params }: RouteContext<'/posts/[slug]/markdown'>,
): Promise<Response> {
  return respondWithMarkdown(request, `/posts/${(await params).slug}`)
}
