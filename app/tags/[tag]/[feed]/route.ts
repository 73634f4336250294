import { respondWithFeed } from '@/lib/outputs/feed/respond'

export async function GET(
  request: Request,
  { params }: RouteContext<'/tags/[tag]/[feed]'>,
): Promise<Response> {
  const { tag, feed } = await params
  return respondWithFeed(request, { kind: 'tags', name: tag }, feed)
}
