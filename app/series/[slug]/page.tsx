import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { Body } from '@/components/article/body'
import { JsonLd } from '@/components/json-ld'
import { PageTitle } from '@/components/page-title'
import { Problems } from '@/components/problems'
import { examples, prerenderedLists } from '@/lib/content/prerendered'
import { getAllSeries, getSeries } from '@/lib/content/queries'
import { feedLinks } from '@/lib/feed/address'
import { fill, messages } from '@/lib/i18n'
import { formatDate, formatDay } from '@/lib/i18n/dates'
import { describeSeries } from '@/lib/metadata/json-ld'
import { site } from '@/site.config'

// A navigation waits for the whole page, which is ready: an empty shell first would only flicker.
export const instant = false

export async function generateStaticParams() {
  const all = (await getAllSeries()).map(({ slug }) => ({ slug }))
  return examples(all, prerenderedLists, { slug: 'none' })
}

export async function generateMetadata({ params }: PageProps<'/series/[slug]'>): Promise<Metadata> {
  const series = await findSeries((await params).slug)
  if (!series) return {}
  return {
    title: series.title,
    description: series.description ?? null,
    alternates: { canonical: series.url, types: feedLinks(series) },
  }
}

export const ensureStatic = 'navigation'

export default async function SeriesPage({ params }: PageProps<'/series/[slug]'>) {
  const series = await findSeries((await params).slug)
  if (!series) notFound()
  const { interface: t } = messages(site.language)
  const { title, description, lang, body, parts, problems } = series
  return (
    <>
      <PageTitle title={title} note={description} lang={lang} />
      <Problems problems={problems} />
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
                {post.title}
              </a>
              <p className="font-ui text-quiet text-tiny">
                <time dateTime={formatDay(post.date)}>{formatDate(post.date, site.language)}</time>
                {'　'}
                {fill(t.seriesProgress, { part: index + 1, total: parts.length })}
              </p>
              {post.summary && <p className="text-quiet text-small">{post.summary}</p>}
            </div>
          </li>
        ))}
      </ol>
      <JsonLd described={describeSeries(series)} />
    </>
  )
}

// Once for a page, as an article is found.
const findSeries = cache(getSeries)
