import { createFeed } from '@/lib/feed/feed'

export async function GET(): Promise<Response> {
  return new Response(await createFeed(), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  })
}
