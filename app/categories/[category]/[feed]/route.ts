import { answerFeed } from '@/lib/feed/answer'

export async function GET(
  request: Request,
  { params }: RouteContext<'/categories/[category]/[feed]'>,
): Promise<Response> {
  const { category, feed } = await params
  return answerFeed(request, { kind: 'categories', name: category }, feed)
}
