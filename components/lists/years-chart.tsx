import type { CSSProperties } from 'react'
import type { Site } from '@/lib/site/config'
import { fill, siteMessages } from '@/lib/site/i18n'

/**
 * A bar chart of the number of posts in each year. Each bar links to its year in the archive; years without posts are
 * included.
 *
 * @param counts years with their numbers of posts, newest first
 */
export function YearsChart({
  site,
  counts,
}: {
  site: Site
  counts: readonly (readonly [year: number, count: number])[]
}) {
  const last = counts[0]?.[0]
  const first = counts.at(-1)?.[0]
  if (first === undefined || last === undefined || first === last) return null
  const { interface: t } = siteMessages(site)
  const countByYear = new Map(counts)
  const most = Math.max(...countByYear.values())
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  return (
    <nav aria-label={t.postsPerYear} className="years-chart">
      <ol>
        {years.map((year) => {
          const count = countByYear.get(year) ?? 0
          const label = `${fill(t.year, { year })}: ${fill(t.postCount, { count })}`
          const bar = { '--share': count / most } as CSSProperties
          const Column = count > 0 ? 'a' : 'span'
          return (
            <li key={year} style={bar}>
              <Column {...(count > 0 && { href: `#year-${year}`, title: label })}>
                <span className="bar" />
                <span aria-hidden>{year}</span>
                <span className="sr-only">{label}</span>
              </Column>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
