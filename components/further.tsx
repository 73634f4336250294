import type { PostSummary } from '@/lib/content/queries'
import { messages } from '@/lib/i18n'
import { formatDate, formatDay } from '@/lib/i18n/dates'
import { site } from '@/site.config'
import { Link } from './link'

/** Where the subject goes on: articles that refer to this one, and articles like it. */
export function Further({
  citedBy,
  related,
}: {
  citedBy: readonly PostSummary[]
  related: readonly PostSummary[]
}) {
  const { interface: t } = messages(site.language)
  return (
    <>
      <Titles id="cited-by" title={t.citedBy} posts={citedBy} />
      <Titles id="related" title={t.related} posts={related} />
    </>
  )
}

function Titles({ id, title, posts }: { id: string; title: string; posts: readonly PostSummary[] }) {
  if (posts.length === 0) return null
  return (
    <nav aria-labelledby={id}>
      <h2 id={id} className="font-ui text-quiet text-tiny">
        {title}
      </h2>
      <ul className="text-small">
        {posts.map((post) => (
          <li key={post.slug} className="flex flex-wrap gap-x-2">
            <Link href={post.url} lang={post.lang}>
              {post.title}
            </Link>
            <time dateTime={formatDay(post.date)} className="font-ui text-quiet text-tiny leading-step">
              {formatDate(post.date, site.language)}
            </time>
          </li>
        ))}
      </ul>
    </nav>
  )
}
