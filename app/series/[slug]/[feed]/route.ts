import { respondWithFeed } from '@/lib/outputs/feed/respond'

export async function GET(
  request: Request,
  { params }: RouteContext<'/series/[slug]/[feed]'>,
): Promise<Response> {
  const { slug, feed } = await params
  return respondWithFeed(request, { kind: 'series', name: slug }, feed)
}
