import { connection } from 'next/server'
import { readPublished, readPublishedState } from '@/lib/published/read-index'
import { fetchPublisherHealth } from '@/lib/runtime/revalidate/publisher'

/** The state of the server, its content and its publisher, for load balancers and authors. */
export async function GET(): Promise<Response> {
  await connection()
  const { posts, series, pages } = readPublished()
  const publisher = await fetchPublisherHealth()
  const isHealthy = !publisher || (publisher.watching === true && !publisher.pending)
  return Response.json(
    {
      status: isHealthy ? 'ok' : 'degraded',
      content: {
        version: readPublishedState().version,
        posts: posts.length,
        series: series.length,
        pages: pages.length,
      },
      ...(publisher && { publisher }),
    },
    { headers: { 'cache-control': 'no-store' } },
  )
}
