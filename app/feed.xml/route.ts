import { respondWithFeed } from '@/lib/outputs/feed/respond'

export const GET = (request: Request): Promise<Response> =>
  respondWithFeed(request, { kind: 'site' }, 'feed.xml')
