import { respondWithFeed } from '@/lib/outputs/feed/respond'

export async function GET(
  request: Request,
  { params }: RouteContext<'/in-language/[language]/categories/[category]/[feed]'>,
): Promise<Response> {
  const { language, category, feed } = await params
  return respondWithFeed(request, { kind: 'categories', name: category }, feed, language)
}
