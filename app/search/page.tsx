import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { after, connection } from 'next/server'
import { FormulaFonts } from '@/components/fonts'
import { PageTitle } from '@/components/page-title'
import { SearchForm } from '@/components/search-form'
import { SearchResults } from '@/components/search-results'
import { findPosts } from '@/lib/content/queries'
import { feedLinks } from '@/lib/feed/address'
import { forget, handOver } from '@/lib/fragment/hand-over'
import { messages } from '@/lib/i18n'
import { findFormulaFonts } from '@/lib/markdown/formula-fonts'
import { describeResults, printResults } from '@/lib/search/print-results'
import { readRequest, requestUrl } from '@/lib/search/request'
import { site } from '@/site.config'

const { interface: t } = messages(site.language)

export const metadata: Metadata = {
  title: t.search,
  alternates: { canonical: '/search', types: feedLinks() },
}

// The answer is in the page, whole, for those without scripts as well: nothing of it can be made before it is asked for.
export const instant = false

export default async function SearchPage({ searchParams }: PageProps<'/search'>) {
  await connection()
  const fields = await searchParams
  const request = readRequest((name) => [fields[name]].flat()[0])
  const results = await findPosts(request)
  const html = printResults(results)
  const id = randomUUID()
  handOver(id, html)
  after(() => forget(id))
  return (
    <>
      <FormulaFonts fonts={findFormulaFonts(html)} />
      <PageTitle title={t.search} />
      <SearchForm request={request} />
      <p role="status" className="search-status">
        {describeResults(results)}
      </p>
      <SearchResults id={id} address={requestUrl('/api/search', request)} />
    </>
  )
}
