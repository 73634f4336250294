import { respondWithFeed } from '@/lib/outputs/feed/respond'

/** The feed of a language after the first: `/en/feed.xml`. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/in-language/[language]/[feed]'>,
): Promise<Response> {
  const { language, feed } = await params
  return respondWithFeed(request, { kind: 'site' }, feed, language)
}
