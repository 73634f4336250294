import { getMessages } from '@/lib/queries/site'
import type { PostSummary } from '@/lib/queries/summary'
import { FormulaText } from '../layout/formula-text'

/** Links to the previous and the next post by date. */
export async function AdjacentPosts({
  previous,
  next,
}: {
  previous: PostSummary | undefined
  next: PostSummary | undefined
}) {
  const { interface: t } = await getMessages()
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
