import { citeAsText } from '@/lib/outputs/citation/cite'
import { toCsl } from '@/lib/outputs/citation/csl'
import { citationWriters } from '@/lib/outputs/citation/formats'
import { getCitableParts } from '@/lib/outputs/citation/get-citation'
import { partName } from '@/lib/outputs/citation/part'
import type { Author, Post } from '@/lib/published/types'
import type { Site } from '@/lib/site/config'
import { siteMessages } from '@/lib/site/i18n'

/** How to cite an article or one of its parts, collapsed: a line of text, BibTeX, and files. */
export async function Citation({
  site,
  post,
  authors,
}: {
  site: Site
  post: Post
  authors: readonly Author[]
}) {
  const { interface: t } = siteMessages(site)
  const item = toCsl(post, authors, site)
  const [first] = await getCitableParts(post)
  return (
    <section aria-label={t.howToCite} className="cite-article text-small">
      <details>
        <summary className="cursor-pointer font-ui text-quiet text-tiny">{t.howToCite}</summary>
        {/* A repost is cited as its original, which has other numbers, so its parts cannot be cited. */}
        <p className="select-all break-words" data-citation={post.source ? undefined : decodeURI(item.URL)}>
          {citeAsText(post, authors, site)}
        </p>
        <pre className="mt-1 select-all overflow-x-auto bg-wash p-2 text-tiny">
          {citationWriters.bib.write(item)}
        </pre>
        <form className="mt-1 flex flex-wrap gap-x-4 font-ui text-quiet text-tiny">
          {first && (
            <label>
              {t.citePart}{' '}
              <input name="of" placeholder={partName(first, post.lang)} size={8} className="bg-wash px-1" />
            </label>
          )}
          {Object.entries(citationWriters).map(([format, { name }]) => (
            <button
              key={format}
              type="submit"
              formAction={`${post.url}.${format}`}
              className="cursor-pointer underline"
            >
              {name} (.{format})
            </button>
          ))}
        </form>
      </details>
    </section>
  )
}
