import type { Metadata } from 'next'
import { FormulaText } from '@/components/layout/formula-text'
import { PageTitle } from '@/components/layout/page-title'
import { getAllSeries } from '@/lib/queries/lists'
import { getMessages, getSite } from '@/lib/queries/site'
import { feedLinks } from '@/lib/site/feed-address'
import { fill } from '@/lib/site/i18n'

export async function generateMetadata(): Promise<Metadata> {
  const { interface: t } = await getMessages()
  return {
    title: t.series,
    alternates: { canonical: '/series', types: feedLinks(await getSite()) },
  }
}

export const ensureStatic = 'navigation'

export default async function AllSeriesPage() {
  const { interface: t } = await getMessages()
  const all = await getAllSeries()
  return (
    <>
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
    </>
  )
}
