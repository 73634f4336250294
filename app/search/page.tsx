import type { Metadata } from 'next'
import { connection } from 'next/server'
import { FormulaFonts } from '@/components/layout/fonts'
import { PageTitle } from '@/components/layout/page-title'
import { SearchForm } from '@/components/lists/search-form'
import { findFormulaFonts } from '@/lib/markdown/print/formula-fonts'
import { getMessages, getSite } from '@/lib/queries/site'
import { findDocuments } from '@/lib/search/find-documents'
import { describeResults, printResults } from '@/lib/search/print-results'
import { readSearchRequest } from '@/lib/search/request'
import { feedLinks } from '@/lib/site/feed-address'

export async function generateMetadata(): Promise<Metadata> {
  const { interface: t } = await getMessages()
  return {
    title: t.search,
    alternates: { canonical: '/search', types: feedLinks(await getSite()) },
  }
}

// The page contains its results, for readers without scripts too, so no part of it can be prerendered.
export const instant = false

export default async function SearchPage({ searchParams }: PageProps<'/search'>) {
  await connection()
  const site = await getSite()
  const { interface: t } = await getMessages()
  const fields = await searchParams
  const request = readSearchRequest((name) => [fields[name]].flat()[0])
  const results = await findDocuments(request)
  const html = printResults(results, site)
  return (
    <>
      <FormulaFonts fonts={findFormulaFonts(html)} />
      <PageTitle title={t.search} />
      <SearchForm request={request} />
      <p role="status" className="search-status">
        {describeResults(results, site)}
      </p>
      <div className="search-results" dangerouslySetInnerHTML={{ __html: html }} />
    </>
  )
}
