import type { PostSummary } from '@/lib/queries/summary'
import { messages } from '@/lib/site/i18n'
import { FormulaText } from '../layout/formula-text'

/** Links to translations of an article, each with its text in the language of the translation. */
export function Translations({ posts }: { posts: readonly PostSummary[] }) {
  if (posts.length === 0) return null
  return (
    <ul className="mt-1 flex flex-wrap gap-x-3 font-ui text-small">
      {posts.map((post) => (
        <li key={post.slug} lang={post.lang}>
          {messages(post.lang).interface.readTranslation}{' '}
          <a href={post.url} hrefLang={post.lang} rel="alternate">
            <FormulaText of={post} field="title" />
          </a>
        </li>
      ))}
    </ul>
  )
}
