import { respondToRevalidate } from '@/lib/runtime/revalidate/revalidate'

/** Publish changed content and expire its pages: called by GitHub's webhook or with a bearer token (docs/freshness.md). */
export async function POST(request: Request): Promise<Response> {
  return respondToRevalidate(request)
}
