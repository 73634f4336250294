import type { Metadata } from 'next'
import { FormulaText } from '@/components/layout/formula-text'
import { PageTitle } from '@/components/layout/page-title'
import { SiteDocument } from '@/components/layout/site-document'
import { getListAlternates, getPageMetadata } from '@/lib/outputs/metadata/page'
import { getListUrls } from '@/lib/queries/list-urls'
import { getAllSeries } from '@/lib/queries/lists'
import { getSite } from '@/lib/queries/site'
import { fill, siteMessages } from '@/lib/site/i18n'
import type { ListProps } from '../list-props'

export async function generateMetadata({ params }: ListProps): Promise<Metadata> {
  const site = await getSite((await params).language)
  return getPageMetadata(site, {
    title: siteMessages(site).interface.series,
    alternates: await getListAlternates(site, { path: '/series' }),
  })
}

export const ensureStatic = 'navigation'

export default async function AllSeriesPage({ params }: ListProps) {
  const site = await getSite((await params).language)
  const { interface: t } = siteMessages(site)
  const all = await getAllSeries(site.language)
  return (
    <SiteDocument site={site} urls={await getListUrls('/series')}>
      <PageTitle title={t.series} />
      <ul className="grid max-w-column gap-6">
        {all.map((series) => (
          <li key={series.slug} lang={series.lang}>
            <h2 className="font-semibold text-title">
              <a href={series.url} className="no-underline hover:text-seal">
                <FormulaText of={series} field="title" />
              </a>{' '}
              <span className="font-normal font-ui text-quiet text-small">
                {fill(t.seriesParts, { total: series.parts.length })}
              </span>
            </h2>
            {series.description && (
              <p className="text-quiet">
                <FormulaText of={series} field="description" />
              </p>
            )}
          </li>
        ))}
      </ul>
    </SiteDocument>
  )
}
