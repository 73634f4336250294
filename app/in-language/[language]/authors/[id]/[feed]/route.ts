import { respondWithFeed } from '@/lib/outputs/feed/respond'

export async function GET(
  request: Request,
  { params }: RouteContext<'/in-language/[language]/authors/[id]/[feed]'>,
): Promise<Response> {
  const { language, id, feed } = await params
  return respondWithFeed(request, { kind: 'authors', name: id }, feed, language)
}
