import { citeAsText } from '@/lib/cite/cite'
import { toCsl } from '@/lib/cite/csl'
import { citationFormats } from '@/lib/cite/formats'
import type { Author, Post } from '@/lib/content/types'
import { messages } from '@/lib/i18n'
import { site } from '@/site.config'

/** How to cite an article: a line of text, BibTeX folded away, and files for reference managers. */
export function Citation({ post, authors }: { post: Post; authors: readonly Author[] }) {
  const { interface: t } = messages(site.language)
  const item = toCsl(post, authors)
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
      <ul className="mt-1 flex gap-x-4 font-ui text-tiny">
        {Object.entries(citationFormats).map(([format, { name }]) => (
          <li key={format}>
            <a href={`${post.url}.${format}`} className="text-quiet">
              {name} (.{format})
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
