import type { Metadata } from 'next'
import { connection } from 'next/server'
import { FormulaFonts } from '@/components/layout/fonts'
import { PageTitle } from '@/components/layout/page-title'
import { SiteDocument } from '@/components/layout/site-document'
import { SearchForm } from '@/components/lists/search-form'
import { findFormulaFonts } from '@/lib/markdown/print/formula-fonts'
import { getListAlternates, getPageMetadata } from '@/lib/outputs/metadata/page'
import { getListUrls } from '@/lib/queries/list-urls'
import { getSite } from '@/lib/queries/site'
import { findDocuments } from '@/lib/search/find-documents'
import { describeResults, printResults } from '@/lib/search/print-results'
import { readSearchRequest } from '@/lib/search/request'
import { siteMessages } from '@/lib/site/i18n'
import type { ListProps } from '../list-props'

export async function generateMetadata({ params }: ListProps): Promise<Metadata> {
  const site = await getSite((await params).language)
  return getPageMetadata(site, {
    title: siteMessages(site).interface.search,
    alternates: await getListAlternates(site, { path: '/search' }),
  })
}

// The page contains its results, for readers without scripts too, so no part of it can be prerendered.
export const instant = false

export default async function SearchPage({
  params,
  searchParams,
}: ListProps & Pick<PageProps<'/search'>, 'searchParams'>) {
  await connection()
  const site = await getSite((await params).language)
  const { interface: t } = siteMessages(site)
  const fields = await searchParams
  const request = readSearchRequest((name) => [fields[name]].flat()[0])
  const results = await findDocuments(request, site.language)
  const html = printResults(results, site)
  return (
    <SiteDocument site={site} urls={await getListUrls('/search')}>
      <FormulaFonts fonts={findFormulaFonts(html)} />
      <PageTitle title={t.search} />
      <SearchForm site={site} request={request} />
      <p role="status" className="search-status">
        {describeResults(results, site)}
      </p>
      <div className="search-results" dangerouslySetInnerHTML={{ __html: html }} />
    </SiteDocument>
  )
}
