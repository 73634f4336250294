import { readFragment } from '@/lib/fragment/server'

/** A static piece of an article, for client navigations; its name holds a hash of its content. */
export async function GET(_: Request, { params }: RouteContext<'/fragments/[id]'>): Promise<Response> {
  const { id } = await params
  try {
    return new Response(readFragment(id), {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'public, max-age=31536000, immutable',
        'x-robots-tag': 'noindex',
      },
    })
  } catch {
    return new Response('No such fragment.\n', { status: 404 })
  }
}
