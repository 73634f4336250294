import { formatDay, formatMonth, readParts } from '@/lib/i18n/dates'
import { site } from '@/site.config'

/** The large day and the small month beside a teaser. */
export function DateBadge({ date }: { date: string }) {
  return (
    <time
      dateTime={formatDay(date)}
      className="flex items-baseline gap-1 text-quiet leading-none sm:flex-col sm:items-end sm:gap-1.5 sm:pt-0.5"
    >
      <span className="font-latin text-ink text-numeral lining-nums leading-none">{readParts(date).day}</span>
      <span className="font-ui text-tiny">{formatMonth(date, site.language)}</span>
    </time>
  )
}
