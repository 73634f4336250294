import type { Metadata } from 'next'
import { PageTitle } from '@/components/page-title'
import { getAllSeries } from '@/lib/content/queries'
import { feedLinks } from '@/lib/feed/address'
import { fill, messages } from '@/lib/i18n'
import { site } from '@/site.config'

const { interface: t } = messages(site.language)

export const metadata: Metadata = {
  title: t.series,
  alternates: { canonical: '/series', types: feedLinks() },
}

export const ensureStatic = 'navigation'

export default async function AllSeriesPage() {
  const all = await getAllSeries()
  return (
    <>
      <PageTitle title={t.series} />
      <ul className="grid max-w-column gap-6">
        {all.map(({ slug, url, title, description, parts, lang }) => (
          <li key={slug} lang={lang}>
            <h2 className="font-semibold text-title">
              <a href={url} className="no-underline hover:text-seal">
                {title}
              </a>{' '}
              <span className="font-normal font-ui text-quiet text-small">
                {fill(t.seriesParts, { total: parts.length })}
              </span>
            </h2>
            {description && <p className="text-quiet">{description}</p>}
          </li>
        ))}
      </ul>
    </>
  )
}
