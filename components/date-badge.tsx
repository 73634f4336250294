import type { DayWords } from '@/lib/i18n/posts'

/** The large day and the small month beside a teaser. */
export function DateBadge({ date, day, month }: DayWords) {
  return (
    <time
      dateTime={date}
      className="flex items-baseline gap-1 text-quiet leading-none sm:flex-col sm:items-end sm:gap-1.5 sm:pt-0.5"
    >
      <span className="font-latin text-ink text-numeral lining-nums leading-none">{day}</span>
      <span className="font-ui text-tiny">{month}</span>
    </time>
  )
}
