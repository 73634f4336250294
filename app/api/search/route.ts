import { connection } from 'next/server'
import { findPosts } from '@/lib/content/queries'
import { describeResults, printResults } from '@/lib/search/print-results'
import { readRequest } from '@/lib/search/request'

/** The answer to a question as one types: what is said of it, and its HTML. */
export async function GET(request: Request): Promise<Response> {
  await connection()
  const { searchParams } = new URL(request.url)
  const results = await findPosts(readRequest((name) => searchParams.get(name)))
  return Response.json(
    { count: results.count, status: describeResults(results), html: printResults(results) },
    { headers: { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' } },
  )
}
