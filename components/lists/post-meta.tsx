import { getMessages } from '@/lib/queries/site'
import type { PostStatus, PostSummary } from '@/lib/queries/summary'
import { fill } from '@/lib/site/i18n'
import { categoryUrl, tagUrl } from '@/lib/site/routes.mjs'

/** Status, category, tags and reading time of a post in one line. */
export async function PostMeta({
  post: { category, tags, counts },
  status,
}: {
  post: Pick<PostSummary, 'category' | 'tags' | 'counts'>
  status: PostStatus | undefined
}) {
  const { interface: t } = await getMessages()
  return (
    <ul className="flex flex-wrap gap-x-3 font-ui text-quiet text-small">
      {status && <li className="text-seal">{t[status]}</li>}
      {category && (
        <li>
          <a href={categoryUrl(category)} className="text-quiet no-underline hover:text-seal">
            {category}
          </a>
        </li>
      )}
      {tags.map((tag) => (
        <li key={tag}>
          <a href={tagUrl(tag)} className="text-quiet no-underline hover:text-seal">
            #{tag}
          </a>
        </li>
      ))}
      <li>{fill(t.minutes, { minutes: counts.minutes })}</li>
    </ul>
  )
}
