import { categoryUrl, tagUrl } from '@/lib/content/urls'
import type { PostWords } from '@/lib/i18n/posts'
import { Link } from './link'

/** Category, tags and reading time of a post, in one line. */
export function PostMeta({ mark, category, tags, minutes }: PostWords) {
  return (
    <ul className="flex flex-wrap gap-x-3 font-ui text-quiet text-small">
      {mark && <li className="text-seal">{mark}</li>}
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
      <li>{minutes}</li>
    </ul>
  )
}
