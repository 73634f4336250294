import { answerFeed } from '@/lib/feed/answer'

export async function GET(
  request: Request,
  { params }: RouteContext<'/tags/[tag]/[feed]'>,
): Promise<Response> {
  const { tag, feed } = await params
  return answerFeed(request, { kind: 'tags', name: tag }, feed)
}
