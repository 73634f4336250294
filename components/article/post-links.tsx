import type { PostSummary } from '@/lib/queries/summary'
import type { Site } from '@/lib/site/config'
import { formatDate, formatDay } from '@/lib/site/i18n/dates'
import { FormulaText } from '../layout/formula-text'

/** A list of links to posts with a title, such as related posts. */
export function PostLinks({
  site,
  title,
  posts,
}: {
  site: Site
  title: string
  posts: readonly PostSummary[]
}) {
  if (posts.length === 0) return null
  return (
    <nav aria-label={title}>
      <h2 className="font-ui text-quiet text-tiny">{title}</h2>
      <ul className="text-small">
        {posts.map((post) => (
          <li key={post.url} className="flex flex-wrap gap-x-2">
            <a href={post.url} lang={post.lang}>
              <FormulaText of={post} field="title" />
            </a>
            <time
              dateTime={formatDay(post.date, site.timeZone)}
              className="font-ui text-quiet text-tiny leading-step"
            >
              {formatDate(post.date, site)}
            </time>
          </li>
        ))}
      </ul>
    </nav>
  )
}
