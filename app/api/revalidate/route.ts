import { answerRevalidate } from '@/lib/revalidate/revalidate'

/** Make what was published fresh: GitHub's push webhook, or a bearer token (docs/freshness.md). */
export async function POST(request: Request): Promise<Response> {
  return answerRevalidate(request)
}
