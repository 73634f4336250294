import type { Metadata } from 'next'
import { PageTitle } from '@/components/page-title'
import { YearsChart } from '@/components/years-chart'
import { getArchive, type PostSummary } from '@/lib/content/queries'
import { feedLinks } from '@/lib/feed/address'
import { fill, messages } from '@/lib/i18n'
import { formatDay, formatMonth, readParts } from '@/lib/i18n/dates'
import { site } from '@/site.config'

const { interface: t } = messages(site.language)

export const metadata: Metadata = {
  title: t.archive,
  alternates: { canonical: '/archive', types: feedLinks() },
}

export const ensureStatic = 'navigation'

export default async function ArchivePage() {
  const posts = await getArchive()
  const years = groupBy(posts, ({ date }) => readParts(date).year)
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
              <Line key={post.slug} post={post} before={ofYear[index - 1]} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

/** One line: the month where it changes, the day, the title, the category at the edge. */
function Line({ post, before }: { post: PostSummary; before: PostSummary | undefined }) {
  const month = formatMonth(post.date, site.language)
  const isNewMonth = !before || formatMonth(before.date, site.language) !== month
  return (
    <li>
      <time dateTime={formatDay(post.date)}>
        <span className={isNewMonth ? '' : 'opacity-0'}>{month}</span>
        <span>{readParts(post.date).day}</span>
      </time>
      <a href={post.url} lang={post.lang}>
        {post.title}
      </a>
      {post.category && <span className="category">{post.category}</span>}
    </li>
  )
}

/** Groups of neighbours with the same key, in order. */
function groupBy<T, K>(items: readonly T[], key: (item: T) => K): [K, T[]][] {
  const groups: [K, T[]][] = []
  for (const item of items) {
    const last = groups.at(-1)
    if (last && last[0] === key(item)) last[1].push(item)
    else groups.push([key(item), [item]])
  }
  return groups
}
