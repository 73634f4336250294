import type { PostMark, PostSummary } from '@/lib/content/queries'
import { categoryUrl, tagUrl } from '@/lib/content/urls'
import { fill, messages } from '@/lib/i18n'
import { site } from '@/site.config'
import { Link } from './link'

/** Category, tags and reading time of a post, in one line. */
export function PostMeta({
  post: { category, tags, counts },
  mark,
}: {
  post: Pick<PostSummary, 'category' | 'tags' | 'counts'>
  mark?: PostMark | undefined
}) {
  const { interface: t } = messages(site.language)
  return (
    <ul className="flex flex-wrap gap-x-3 font-ui text-quiet text-small">
      {mark && <li className="text-seal">{t[mark]}</li>}
      {category && (
        <li>
          <Link href={categoryUrl(category)} className="text-quiet no-underline hover:text-seal">
            {category}
          </Link>
        </li>
      )}
      {tags.map((tag) => (
        <li key={tag}>
          <Link href={tagUrl(tag)} className="text-quiet no-underline hover:text-seal">
            #{tag}
          </Link>
        </li>
      ))}
      <li>{fill(t.minutes, { minutes: counts.minutes })}</li>
    </ul>
  )
}
