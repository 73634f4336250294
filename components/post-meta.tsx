import { categoryUrl, tagUrl } from '@/lib/content/urls'
import type { PostWords } from '@/lib/i18n/posts'

/** Category, tags and reading time of a post, in one line. */
export function PostMeta({ mark, category, tags, minutes }: PostWords) {
  return (
    <ul className="flex flex-wrap gap-x-3 font-ui text-quiet text-small">
      {mark && <li className="text-seal">{mark}</li>}
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
      <li>{minutes}</li>
    </ul>
  )
}
