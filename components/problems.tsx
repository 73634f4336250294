import { messages } from '@/lib/i18n'
import type { Problem } from '@/lib/markdown/problem'
import { site } from '@/site.config'

/** What an author has to mend in a file, in its place. Only in development: a build stops at any of these. */
export function Problems({ problems }: { problems: readonly Problem[] }) {
  const { interface: t } = messages(site.language)
  if (problems.length === 0) return null
  return (
    <section role="alert" className="mb-6 max-w-column border-seal border-l-2 bg-wash p-3 font-ui text-small">
      <h2 className="font-semibold text-seal">{t.problems}</h2>
      <ol>
        {problems.map(({ file, line, column, message, hint }) => (
          <li key={`${file}:${line}:${column}:${message}`} className="mt-2">
            <code>{[file, line || undefined, column || undefined].filter(Boolean).join(':')}</code>
            <p>{message}</p>
            {hint && <p className="text-quiet">→ {hint}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
