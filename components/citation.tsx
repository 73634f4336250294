import { citeAsText } from '@/lib/cite/cite'
import { toCsl } from '@/lib/cite/csl'
import { citationFormats } from '@/lib/cite/formats'
import { nameOf } from '@/lib/cite/part'
import { getCitable } from '@/lib/content/citation'
import type { Author, Post } from '@/lib/content/types'
import { messages } from '@/lib/i18n'
import { site } from '@/site.config'

/** How to cite an article, or one of its equations and statements: a line of text, BibTeX folded away, and files. */
export async function Citation({ post, authors }: { post: Post; authors: readonly Author[] }) {
  const { interface: t } = messages(site.language)
  const item = toCsl(post, authors)
  const [first] = await getCitable(post)
  return (
    <section aria-label={t.howToCite} className="text-small">
      <h2 className="font-ui text-quiet text-tiny">{t.howToCite}</h2>
      {/* A repost is cited as its original, which knows nothing of the numbers here. */}
      <p className="select-all break-words" data-citation={post.source ? undefined : decodeURI(item.URL)}>
        {citeAsText(post, authors)}
      </p>
      <details className="mt-1">
        <summary className="cursor-pointer font-ui text-quiet text-tiny">BibTeX</summary>
        <pre className="mt-1 select-all overflow-x-auto bg-wash p-2 text-tiny">
          {citationFormats.bib.write(item)}
        </pre>
      </details>
      <form className="mt-1 flex flex-wrap gap-x-4 font-ui text-quiet text-tiny">
        {first && (
          <label>
            {t.citePart}{' '}
            <input name="of" placeholder={nameOf(first, post.lang)} size={8} className="bg-wash px-1" />
          </label>
        )}
        {Object.entries(citationFormats).map(([format, { name }]) => (
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
    </section>
  )
}
