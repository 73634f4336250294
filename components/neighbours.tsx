import type { PostSummary } from '@/lib/content/queries'
import { messages } from '@/lib/i18n'
import { site } from '@/site.config'

/** The posts before and after this one in time. */
export function Neighbours({
  previous,
  next,
}: {
  previous: PostSummary | undefined
  next: PostSummary | undefined
}) {
  const { interface: t } = messages(site.language)
  if (!previous && !next) return null
  return (
    <nav aria-label={`${t.previousPost} / ${t.nextPost}`} className="grid gap-3 text-small sm:grid-cols-2">
      <Neighbour label={t.previousPost} post={previous} />
      <Neighbour label={t.nextPost} post={next} end />
    </nav>
  )
}

function Neighbour({ label, post, end }: { label: string; post: PostSummary | undefined; end?: boolean }) {
  if (!post) return <span />
  return (
    <p className={end ? 'sm:text-right' : ''}>
      <span className="block font-ui text-quiet text-tiny">{label}</span>
      <a href={post.url} lang={post.lang}>
        {post.title}
      </a>
    </p>
  )
}
