import type { Site } from '@/lib/site/config'
import { formatDay, formatMonth, readParts } from '@/lib/site/i18n/dates'

/** The date of a teaser: a large day and a small month. */
export function DateBadge({ site, date }: { site: Site; date: string }) {
  return (
    <time
      dateTime={formatDay(date, site.timeZone)}
      className="flex items-baseline gap-1 text-quiet leading-none sm:flex-col sm:items-end sm:gap-1.5 sm:pt-0.5"
    >
      <span className="font-latin text-ink text-numeral lining-nums leading-none">
        {readParts(date, site.timeZone).day}
      </span>
      <span className="font-ui text-tiny">{formatMonth(date, site)}</span>
    </time>
  )
}
