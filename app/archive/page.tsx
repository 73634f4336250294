import type { Metadata } from 'next'
import { FormulaText } from '@/components/layout/formula-text'
import { PageTitle } from '@/components/layout/page-title'
import { SiteDocument } from '@/components/layout/site-document'
import { YearsChart } from '@/components/lists/years-chart'
import { getListAlternates, getPageMetadata } from '@/lib/outputs/metadata/page'
import { getListUrls } from '@/lib/queries/list-urls'
import { getArchive } from '@/lib/queries/lists'
import { getSite } from '@/lib/queries/site'
import type { PostSummary } from '@/lib/queries/summary'
import type { Site } from '@/lib/site/config'
import { fill, siteMessages } from '@/lib/site/i18n'
import { formatDay, formatMonth, readParts } from '@/lib/site/i18n/dates'
import { languages } from '@/lib/site/languages'
import { siteLanguageOf } from '@/lib/site/site-languages'
import type { ListProps } from '../list-props'

export async function generateMetadata({ params }: ListProps): Promise<Metadata> {
  const site = await getSite((await params).language)
  return getPageMetadata(site, {
    title: siteMessages(site).interface.archive,
    alternates: await getListAlternates(site, { path: '/archive' }),
  })
}

export const ensureStatic = 'navigation'

export default async function ArchivePage({ params }: ListProps) {
  const site = await getSite((await params).language)
  const { interface: t } = siteMessages(site)
  const posts = await getArchive(site.language)
  const years = groupBy(posts, ({ date }) => readParts(date, site.timeZone).year)
  return (
    <SiteDocument site={site} urls={await getListUrls('/archive')}>
      <PageTitle title={t.archive} note={fill(t.postCount, { count: posts.length })} />
      <YearsChart site={site} counts={years.map(([year, ofYear]) => [year, ofYear.length])} />
      {years.map(([year, ofYear]) => (
        <section key={year} aria-labelledby={`year-${year}`} className="wide year-of-archive">
          <h2 id={`year-${year}`} className="rail">
            {year}
          </h2>
          <ul>
            {ofYear.map((post, index) => (
              <Line key={post.slug} site={site} post={post} before={ofYear[index - 1]} />
            ))}
          </ul>
        </section>
      ))}
    </SiteDocument>
  )
}

/** One line of the archive: month (if it differs from the line before), day, title, language (if it is another) and category. */
function Line({ site, post, before }: { site: Site; post: PostSummary; before: PostSummary | undefined }) {
  const month = formatMonth(post.date, site)
  const isOther = siteLanguageOf(site, post.lang) !== site.language
  const isNewMonth = !before || formatMonth(before.date, site) !== month
  return (
    <li>
      <time dateTime={formatDay(post.date, site.timeZone)}>
        <span className={isNewMonth ? '' : 'opacity-0'}>{month}</span>
        <span>{readParts(post.date, site.timeZone).day}</span>
      </time>
      <a href={post.url} lang={post.lang}>
        <FormulaText of={post} field="title" />
      </a>
      {(isOther || post.category) && (
        <span className="category">
          {isOther && (
            <span lang={post.lang} className="font-ui">
              {languages[post.lang].name}
            </span>
          )}
          {isOther && post.category && ' · '}
          {post.category}
        </span>
      )}
    </li>
  )
}

/** Group adjacent items with the same key, in order. */
function groupBy<T, K>(items: readonly T[], key: (item: T) => K): [K, T[]][] {
  const groups: [K, T[]][] = []
  for (const item of items) {
    const last = groups.at(-1)
    if (last && last[0] === key(item)) last[1].push(item)
    else groups.push([key(item), [item]])
  }
  return groups
}
