import type { PostSummary } from '@/lib/queries/summary'
import type { Site } from '@/lib/site/config'
import { siteMessages } from '@/lib/site/i18n'
import { FormulaText } from '../layout/formula-text'

/** Links to the previous and the next post by date. */
export function AdjacentPosts({
  site,
  previous,
  next,
}: {
  site: Site
  previous: PostSummary | undefined
  next: PostSummary | undefined
}) {
  const { interface: t } = siteMessages(site)
  if (!previous && !next) return null
  return (
    <nav aria-label={`${t.previousPost} / ${t.nextPost}`} className="grid gap-3 text-small sm:grid-cols-2">
      <AdjacentPost label={t.previousPost} post={previous} />
      <AdjacentPost label={t.nextPost} post={next} end />
    </nav>
  )
}

function AdjacentPost({ label, post, end }: { label: string; post: PostSummary | undefined; end?: boolean }) {
  if (!post) return <span />
  return (
    <p className={end ? 'sm:text-right' : ''}>
      <span className="block font-ui text-quiet text-tiny">{label}</span>
      <a href={post.url} lang={post.lang}>
        <FormulaText of={post} field="title" />
      </a>
    </p>
  )
}
