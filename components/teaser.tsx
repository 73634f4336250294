import type { Teaser as TeaserData } from '@/lib/content/queries'
import { fill, messages } from '@/lib/i18n'
import { site } from '@/site.config'
import { Body } from './article/body'
import { DateBadge } from './date-badge'
import { Link } from './link'
import { PostMeta } from './post-meta'

/** A post on an index page: date badge, title, opening, and the link to the rest. */
export function Teaser({ post }: { post: TeaserData }) {
  const { interface: t } = messages(site.language)
  return (
    <article className="mb-12 grid grid-cols-[minmax(0,1fr)] gap-x-6 sm:grid-cols-[4rem_minmax(0,var(--container-column))]">
      <DateBadge date={post.date} />
      <div>
        <h2 lang={post.lang} className="text-balance font-semibold text-title leading-snug">
          <Link href={post.url} className="no-underline hover:text-seal">
            {post.title}
          </Link>
        </h2>
        <PostMeta post={post} mark={post.mark} />
        {post.problems > 0 && <p className="text-seal">{t.problems}</p>}
        <div lang={post.lang} className="prose mt-2">
          {post.body && <Body body={post.body} part="teaser" />}
        </div>
        {!post.complete && (
          <p className="mt-4 font-ui text-small">
            <Link
              href={post.url}
              aria-label={fill(t.readMoreAbout, { title: post.title })}
              className="text-seal no-underline hover:underline"
            >
              {t.readMore}
            </Link>
          </p>
        )}
      </div>
    </article>
  )
}
