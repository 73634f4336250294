import type { Metadata } from 'next'
import { FormulaText } from '@/components/layout/formula-text'
import { PageTitle } from '@/components/layout/page-title'
import { YearsChart } from '@/components/lists/years-chart'
import { getArchive } from '@/lib/queries/lists'
import { getMessages, getSite } from '@/lib/queries/site'
import type { PostSummary } from '@/lib/queries/summary'
import type { Site } from '@/lib/site/config'
import { feedLinks } from '@/lib/site/feed-address'
import { fill } from '@/lib/site/i18n'
import { formatDay, formatMonth, readParts } from '@/lib/site/i18n/dates'

export async function generateMetadata(): Promise<Metadata> {
  const { interface: t } = await getMessages()
  return {
    title: t.archive,
    alternates: { canonical: '/archive', types: feedLinks(await getSite()) },
  }
}

export const ensureStatic = 'navigation'

export default async function ArchivePage() {
  const site = await getSite()
  const { interface: t } = await getMessages()
  const posts = await getArchive()
  const years = groupBy(posts, ({ date }) => readParts(date, site.timeZone).year)
  return (
    <>
      <PageTitle title={t.archive} note={fill(t.postCount, { count: posts.length })} />
      <YearsChart counts={years.map(([year, ofYear]) => [year, ofYear.length])} />
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
    </>
  )
}

/** One line of the archive: month (if it differs from the line before), day, title and category. */
function Line({ site, post, before }: { site: Site; post: PostSummary; before: PostSummary | undefined }) {
  const month = formatMonth(post.date, site)
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
      {post.category && <span className="category">{post.category}</span>}
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
