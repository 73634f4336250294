import { answerFeed } from '@/lib/feed/answer'

export async function GET(
  request: Request,
  { params }: RouteContext<'/series/[slug]/[feed]'>,
): Promise<Response> {
  const { slug, feed } = await params
  return answerFeed(request, { kind: 'series', name: slug }, feed)
}
