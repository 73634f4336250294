import { connection } from 'next/server'
import { readPublished, readPublishedState } from '@/lib/content/published'
import { askPublisherHealth } from '@/lib/revalidate/publisher'

/** Is the site served, of what content, and what is to be mended in it? For load balancers and for authors. */
export async function GET(): Promise<Response> {
  await connection()
  const { posts, series, pages } = readPublished()
  const publisher = await askPublisherHealth()
  const isWell = !publisher || (publisher.watching === true && !publisher.failure)
  return Response.json(
    {
      status: isWell ? 'ok' : 'degraded',
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
