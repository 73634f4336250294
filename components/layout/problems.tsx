import type { Problem } from '@/lib/markdown/problems/problem'
import type { Site } from '@/lib/site/config'
import { siteMessages } from '@/lib/site/i18n'

/** The problems of a file, for its author. Shown in development only, because problems make a build fail. */
export function Problems({ site, problems }: { site: Site; problems: readonly Problem[] }) {
  if (problems.length === 0) return null
  const { interface: t } = siteMessages(site)
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
