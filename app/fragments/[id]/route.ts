import { readFragment } from '@/lib/fragment/server'
import { answerConditionally, immutable } from '@/lib/http/conditional'

/** A static piece of an article, for client navigations; its name holds a hash of its content. */
export async function GET(request: Request, { params }: RouteContext<'/fragments/[id]'>): Promise<Response> {
  const { id } = await params
  try {
    return answerConditionally(request, {
      body: readFragment(id),
      type: 'text/html; charset=utf-8',
      version: id,
      headers: { 'cache-control': immutable, 'x-robots-tag': 'noindex' },
    })
  } catch {
    return new Response('No such fragment.\n', { status: 404 })
  }
}
