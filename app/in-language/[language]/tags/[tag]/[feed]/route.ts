import { respondWithFeed } from '@/lib/outputs/feed/respond'

export async function GET(
  request: Request,
  { params }: RouteContext<'/in-language/[language]/tags/[tag]/[feed]'>,
): Promise<Response> {
  const { language, tag, feed } = await params
  return respondWithFeed(request, { kind: 'tags', name: tag }, feed, language)
}
