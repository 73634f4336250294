import type { CSSProperties } from 'react'
import { fill, messages } from '@/lib/i18n'
import { site } from '@/site.config'

/**
 * How many posts each year has, as bars that lead to the years. A year without posts keeps its place: the axis is time.
 *
 * @param counts years with their numbers of posts, newest first
 */
export function YearsChart({ counts }: { counts: readonly (readonly [year: number, count: number])[] }) {
  const { interface: t } = messages(site.language)
  const last = counts[0]?.[0]
  const first = counts.at(-1)?.[0]
  if (first === undefined || last === undefined || first === last) return null
  const known = new Map(counts)
  const most = Math.max(...known.values())
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  return (
    <nav aria-label={t.postsPerYear} className="years-chart">
      <ol>
        {years.map((year) => {
          const count = known.get(year) ?? 0
          const label = `${fill(t.year, { year })}: ${fill(t.postCount, { count })}`
          const bar = { '--share': count / most } as CSSProperties
          return (
            <li key={year} style={bar}>
              {count > 0 ? (
                <a href={`#year-${year}`} title={label}>
                  <span className="sr-only">{label}</span>
                </a>
              ) : (
                <span className="sr-only">{label}</span>
              )}
              <span aria-hidden>{shorten(year)}</span>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

function shorten(year: number): string {
  return String(year % 100).padStart(2, '0')
}
