import type { CSSProperties, ReactNode } from 'react'
import type { SeriesPosition } from '@/lib/queries/article'
import type { PostSummary } from '@/lib/queries/summary'
import type { Site } from '@/lib/site/config'
import { fill, siteMessages } from '@/lib/site/i18n'
import { FormulaText } from '../layout/formula-text'

/** The series of an article: a collapsed list of its parts, and links to the previous and the next part. */
export function SeriesBox({ site, series }: { site: Site; series: SeriesPosition }) {
  const { interface: t } = siteMessages(site)
  const { url, parts, index } = series
  const previous = parts[index - 1]
  const next = parts[index + 1]
  return (
    <nav
      aria-label={t.series}
      className="series-box"
      style={{ '--part': (index + 1) / parts.length } as CSSProperties}
    >
      <details>
        <summary className="cursor-pointer text-quiet">
          <FormulaText of={series} field="title" /> ·{' '}
          {fill(t.seriesProgress, { part: index + 1, total: parts.length })}
        </summary>
        <p className="mt-1">
          <a href={url} className="text-seal no-underline hover:underline">
            {t.series}: <FormulaText of={series} field="title" />
          </a>
        </p>
        <ol className="my-1">
          {parts.map((part, position) => (
            <li key={part.url} className="flex gap-2">
              <span className="w-4 shrink-0 text-right text-quiet">{part.part}</span>
              {position === index ? (
                <span lang={part.lang} aria-current="page" className="text-seal">
                  <FormulaText of={part} field="title" />
                </span>
              ) : (
                <a href={part.url} lang={part.lang} className="no-underline">
                  <FormulaText of={part} field="title" />
                </a>
              )}
            </li>
          ))}
        </ol>
      </details>
      {(previous || next) && (
        <p className="mt-1 flex flex-wrap justify-between gap-x-4">
          <span>
            {previous && (
              <PartLink part={previous} rel="prev" name={t.previousPart}>
                ← <FormulaText of={previous} field="title" />
              </PartLink>
            )}
          </span>
          <span>
            {next && (
              <PartLink part={next} rel="next" name={t.nextPart}>
                <FormulaText of={next} field="title" /> →
              </PartLink>
            )}
          </span>
        </p>
      )}
    </nav>
  )
}

function PartLink({
  part: { url, title, lang },
  rel,
  name,
  children,
}: {
  part: PostSummary
  rel: 'prev' | 'next'
  name: string
  children: ReactNode
}) {
  return (
    <a href={url} lang={lang} rel={rel} className="no-underline" aria-label={`${name}: ${title}`}>
      {children}
    </a>
  )
}
