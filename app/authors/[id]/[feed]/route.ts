import { respondWithFeed } from '@/lib/outputs/feed/respond'

export async function GET(
  request: Request,
  { params }: RouteContext<'/authors/[id]/[feed]'>,
): Promise<Response> {
  const { id, feed } = await params
  return respondWithFeed(request, { kind: 'authors', name: id }, feed)
}
