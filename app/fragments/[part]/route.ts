import { readFragments } from '@/lib/fragment/server'
import { answerConditionally, immutable } from '@/lib/http/conditional'

/** The static pieces of an article, for client navigations; their name holds a hash of its content. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/fragments/[part]'>,
): Promise<Response> {
  const { part } = await params
  try {
    return answerConditionally(request, {
      body: JSON.stringify(readFragments(part)),
      type: 'application/json',
      version: part,
      headers: { 'cache-control': immutable, 'x-robots-tag': 'noindex' },
    })
  } catch {
    return new Response('No such fragment.\n', { status: 404 })
  }
}
