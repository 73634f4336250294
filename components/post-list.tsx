import type { PostSummary } from '@/lib/content/queries'
import { formatDate, formatDay } from '@/lib/i18n/dates'
import { site } from '@/site.config'

/** Posts as a list of dates, titles and summaries. */
export function PostList({ posts }: { posts: readonly PostSummary[] }) {
  return (
    <ul className="grid gap-4">
      {posts.map((post) => (
        <li key={post.slug} className="max-w-column">
          <time dateTime={formatDay(post.date)} className="block font-ui text-quiet text-tiny">
            {formatDate(post.date, site.language)}
          </time>
          <a href={post.url} lang={post.lang} className="font-semibold no-underline hover:text-seal">
            {post.title}
          </a>
          {post.summary && (
            <p lang={post.lang} className="text-quiet text-small">
              {post.summary}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
