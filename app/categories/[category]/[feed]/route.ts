import { respondWithFeed } from '@/lib/outputs/feed/respond'

export async function GET(
  request: Request,
  { params }: RouteContext<'/categories/[category]/[feed]'>,
): Promise<Response> {
  const { category, feed } = await params
  return respondWithFeed(request, { kind: 'categories', name: category }, feed)
}
