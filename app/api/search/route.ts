import { connection } from 'next/server'
import { getSite } from '@/lib/queries/site'
import { findDocuments } from '@/lib/search/find-documents'
import { describeResults, printResults } from '@/lib/search/print-results'
import { readSearchRequest } from '@/lib/search/request'

/** Results as the reader types: their number, a status line and HTML. */
export async function GET(request: Request): Promise<Response> {
  await connection()
  const { searchParams } = new URL(request.url)
  const results = await findDocuments(readSearchRequest((name) => searchParams.get(name)))
  const site = await getSite()
  return Response.json(
    { count: results.count, status: describeResults(results, site), html: printResults(results, site) },
    { headers: { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' } },
  )
}
