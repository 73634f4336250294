import type { PostSummary } from '@/lib/content/queries'
import { messages } from '@/lib/i18n'

/** The same article in other languages: each named in its own, for those who read that one. */
export function Translations({ posts }: { posts: readonly PostSummary[] }) {
  if (posts.length === 0) return null
  return (
    <ul className="mt-1 flex flex-wrap gap-x-3 font-ui text-small">
      {posts.map(({ slug, url, title, lang }) => (
        <li key={slug} lang={lang}>
          {messages(lang).interface.readTranslation}{' '}
          <a href={url} hrefLang={lang} rel="alternate">
            {title}
          </a>
        </li>
      ))}
    </ul>
  )
}
