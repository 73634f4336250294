import type { Metadata } from 'next'
import { cache } from 'react'
import { notFoundOrMoved } from '@/app/redirect-alias'
import { Body } from '@/components/article/body'
import { FormulaText } from '@/components/layout/formula-text'
import { JsonLdScript } from '@/components/layout/json-ld-script'
import { PageTitle } from '@/components/layout/page-title'
import { Problems } from '@/components/layout/problems'
import { SiteDocument } from '@/components/layout/site-document'
import { describeSeries } from '@/lib/outputs/metadata/json-ld'
import { getPageMetadata } from '@/lib/outputs/metadata/page'
import { getAllSeries, getSeries } from '@/lib/queries/lists'
import { prerenderedLists, prerenderParams } from '@/lib/queries/prerender-params'
import { getSite, getSiteOf } from '@/lib/queries/site'
import { feedLinks } from '@/lib/site/feed-address'
import { fill, siteMessages } from '@/lib/site/i18n'
import { formatDate, formatDay } from '@/lib/site/i18n/dates'

// Links load documents, so Next does not have to check that a client-side navigation renders instantly.
export const instant = false

export async function generateStaticParams() {
  const all = (await getAllSeries((await getSite()).language)).map(({ slug }) => ({ slug }))
  return prerenderParams(all, prerenderedLists, { slug: 'none' })
}

export async function generateMetadata({ params }: PageProps<'/series/[slug]'>): Promise<Metadata> {
  const series = await findSeries((await params).slug)
  if (!series) return {}
  const site = await getSiteOf(series)
  return getPageMetadata(site, {
    title: series.title,
    description: series.description ?? null,
    alternates: { canonical: series.url, types: feedLinks(site, series) },
  })
}

export const ensureStatic = 'navigation'

export default async function SeriesPage({ params }: PageProps<'/series/[slug]'>) {
  const { slug } = await params
  const series = await findSeries(slug)
  if (!series) return notFoundOrMoved(`/series/${slug}`)
  const site = await getSiteOf(series)
  const { interface: t } = siteMessages(site)
  const { description, lang, body, parts, problems } = series
  return (
    <SiteDocument site={site}>
      <PageTitle
        title={<FormulaText of={series} field="title" />}
        note={description && <FormulaText of={series} field="description" />}
        lang={lang}
      />
      <Problems site={site} problems={problems} />
      <div lang={lang} className="prose mb-8 max-w-column">
        {body && <Body body={body} part="page" />}
      </div>
      <ol className="wide">
        {parts.map((post, index) => (
          <li key={post.slug} className="teaser-grid mb-4">
            <span className="font-latin text-quiet text-title lining-nums leading-step sm:text-right">
              {post.part}
            </span>
            <div>
              <a href={post.url} className="font-semibold no-underline hover:text-seal">
                <FormulaText of={post} field="title" />
              </a>
              <p className="font-ui text-quiet text-tiny">
                <time dateTime={formatDay(post.date, site.timeZone)}>{formatDate(post.date, site)}</time>
                {'　'}
                {fill(t.seriesProgress, { part: index + 1, total: parts.length })}
              </p>
              {post.summary && (
                <p className="text-quiet text-small">
                  <FormulaText of={post} field="summary" />
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
      <JsonLdScript nodes={describeSeries(series, site)} />
    </SiteDocument>
  )
}

// Cached per request, as in `app/posts/[slug]/page.tsx`.
const findSeries = cache(getSeries)
