import { citeAsText } from '@/lib/cite/cite'
import { nameOf, toCsl } from '@/lib/cite/csl'
import { citationFormats } from '@/lib/cite/formats'
import { getCitable } from '@/lib/content/citation'
import type { Author, Post } from '@/lib/content/types'
import { messages } from '@/lib/i18n'
import { site } from '@/site.config'
import { CitePart } from './cite-part'

/** How to cite an article: a line of text, BibTeX folded away, and files for reference managers, of its parts as well. */
export async function Citation({ post, authors }: { post: Post; authors: readonly Author[] }) {
  const { interface: t } = messages(site.language)
  const item = toCsl(post, authors)
  const parts = await getCitable(post)
  const formats = Object.entries(citationFormats).map(([format, { name }]) => ({
    name: `${name} (.${format})`,
    url: `${post.url}.${format}`,
  }))
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
        {formats.map(({ name, url }) => (
          <li key={url}>
            <a href={url} className="text-quiet">
              {name}
            </a>
          </li>
        ))}
      </ul>
      {parts.length > 0 && (
        <CitePart
          label={t.citePart}
          parts={parts.map((part) => [part.anchor, nameOf(part, post.lang)])}
          formats={formats}
        />
      )}
    </section>
  )
}
