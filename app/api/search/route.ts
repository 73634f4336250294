import { connection } from 'next/server'
import { findSiteIn, getSite } from '@/lib/queries/site'
import { findDocuments } from '@/lib/search/find-documents'
import { describeResults, printResults } from '@/lib/search/print-results'
import { readSearchRequest } from '@/lib/search/request'

/** Results as the reader types: their number, a status line and HTML. `language` is one of the site's, without it the first. */
export async function GET({ url }: Request): Promise<Response> {
  await connection()
  const { searchParams } = new URL(url)
  const site = (await findSiteIn(searchParams.get('language') ?? '')) ?? (await getSite())
  const request = readSearchRequest((name) => searchParams.get(name))
  const results = await findDocuments(request, site.language)
  return Response.json(
    { count: results.count, status: describeResults(results, site), html: printResults(results, site) },
    { headers: { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' } },
  )
}
