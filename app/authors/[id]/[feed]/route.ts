import { answerFeed } from '@/lib/feed/answer'

export async function GET(
  request: Request,
  { params }: RouteContext<'/authors/[id]/[feed]'>,
): Promise<Response> {
  const { id, feed } = await params
  return answerFeed(request, { kind: 'authors', name: id }, feed)
}
