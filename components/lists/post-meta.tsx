import type { PostStatus, PostSummary } from '@/lib/queries/summary'
import type { Site } from '@/lib/site/config'
import { fill, siteMessages } from '@/lib/site/i18n'
import { languages } from '@/lib/site/languages'
import { categoryUrl, tagUrl } from '@/lib/site/routes.mjs'
import { listUrl, siteLanguageOf } from '@/lib/site/site-languages'

/** Status, language (if another than that of the page), category, tags and reading time of a post in one line. */
export function PostMeta({
  site,
  post: { category, tags, counts, lang },
  status,
}: {
  site: Site
  post: Pick<PostSummary, 'category' | 'tags' | 'counts' | 'lang'>
  status: PostStatus | undefined
}) {
  const { interface: t } = siteMessages(site)
  const language = siteLanguageOf(site, lang)
  return (
    <ul className="flex flex-wrap gap-x-3 font-ui text-quiet text-small">
      {status && <li className="text-seal">{t[status]}</li>}
      {language !== site.language && (
        <li lang={lang} className="font-ui">
          {languages[lang].name}
        </li>
      )}
      {category && (
        <li>
          <a
            href={listUrl(site, categoryUrl(category), language)}
            className="text-quiet no-underline hover:text-seal"
          >
            {category}
          </a>
        </li>
      )}
      {tags.map((tag) => (
        <li key={tag}>
          <a href={listUrl(site, tagUrl(tag), language)} className="text-quiet no-underline hover:text-seal">
            #{tag}
          </a>
        </li>
      ))}
      <li>{fill(t.minutes, { minutes: counts.minutes })}</li>
    </ul>
  )
}
