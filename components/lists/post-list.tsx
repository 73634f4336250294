import type { PostSummary } from '@/lib/queries/summary'
import type { Site } from '@/lib/site/config'
import { formatDate, formatDay } from '@/lib/site/i18n/dates'
import { FormulaText } from '../layout/formula-text'

/** A list of posts with dates, titles and summaries. */
export function PostList({ site, posts }: { site: Site; posts: readonly PostSummary[] }) {
  return (
    <ul className="grid gap-4">
      {posts.map((post) => (
        <li key={post.slug} className="max-w-column">
          <time dateTime={formatDay(post.date, site.timeZone)} className="block font-ui text-quiet text-tiny">
            {formatDate(post.date, site)}
          </time>
          <a href={post.url} lang={post.lang} className="font-semibold no-underline hover:text-seal">
            <FormulaText of={post} field="title" />
          </a>
          {post.summary && (
            <p lang={post.lang} className="text-quiet text-small">
              <FormulaText of={post} field="summary" />
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
