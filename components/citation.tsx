import { cite } from '@/lib/cite/cite'
import type { Author, Post } from '@/lib/content/types'
import { messages } from '@/lib/i18n'
import { site } from '@/site.config'

/** How to cite an article: a line of text, and BibTeX folded away. */
export function Citation({ post, authors }: { post: Post; authors: readonly Author[] }) {
  const { interface: t } = messages(site.language)
  const { text, bibtex } = cite(post, authors)
  return (
    <section aria-label={t.howToCite} className="text-small">
      <h2 className="font-ui text-quiet text-tiny">{t.howToCite}</h2>
      <p className="break-words" data-citation={site.url + post.url}>
        {text}
      </p>
      <details className="mt-1">
        <summary className="cursor-pointer font-ui text-quiet text-tiny">BibTeX</summary>
        <pre className="mt-1 overflow-x-auto bg-wash p-2 text-tiny">{bibtex}</pre>
      </details>
    </section>
  )
}
