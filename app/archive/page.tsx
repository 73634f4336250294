import type { Metadata } from 'next'
import { Link } from '@/components/link'
import { PageTitle } from '@/components/page-title'
import { getArchive, type PostSummary } from '@/lib/content/queries'
import { fill, messages } from '@/lib/i18n'
import { formatDay, formatMonth, readParts } from '@/lib/i18n/dates'
import { site } from '@/site.config'

const { interface: t } = messages(site.language)

export const metadata: Metadata = { title: t.archive, alternates: { canonical: '/archive' } }

export default async function ArchivePage() {
  const posts = await getArchive()
  const years = groupBy(posts, ({ date }) => readParts(date).year)
  return (
    <>
      <PageTitle title={t.archive} note={fill(t.postCount, { count: posts.length })} />
      {years.map(([year, ofYear]) => (
        <section key={year} aria-labelledby={`year-${year}`} className="mb-8">
          <h2 id={`year-${year}`} className="mb-2 font-semibold text-title lining-nums">
            {year}
          </h2>
          {groupBy(ofYear, ({ date }) => formatMonth(date, site.language)).map(([month, ofMonth]) => (
            <Month key={month} month={month} posts={ofMonth} />
          ))}
        </section>
      ))}
    </>
  )
}

function Month({ month, posts }: { month: string; posts: PostSummary[] }) {
  return (
    <section aria-label={month} className="grid grid-cols-[4rem_minmax(0,1fr)] gap-x-3">
      <h3 className="font-ui text-quiet text-small leading-step">{month}</h3>
      <ul>
        {posts.map((post) => (
          <li key={post.slug} className="flex gap-3">
            <time dateTime={formatDay(post.date)} className="w-5 shrink-0 text-right text-quiet lining-nums">
              {readParts(post.date).day}
            </time>
            <Link href={post.url} lang={post.lang} className="no-underline hover:text-seal">
              {post.title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
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
