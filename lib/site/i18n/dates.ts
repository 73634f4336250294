import type { Site } from '../config'
import { languages } from '../languages'
import { fill } from './fill'

/** The settings that dates depend on. */
type DateSettings = Pick<Site, 'language' | 'timeZone'>

/** A date in words, in the site's time zone: `2010 年 12 月 26 日`, `26 December 2010`. */
export function formatDate(iso: string, { language, timeZone }: DateSettings): string {
  const { dates } = languages[language]
  return 'locale' in dates
    ? format(iso, { dateStyle: 'long', timeZone }, dates.locale)
    : fill(dates.date, readParts(iso, timeZone))
}

/** The month as a date badge shows it: `12 月`, `Dec`. */
export function formatMonth(iso: string, { language, timeZone }: DateSettings): string {
  const { dates } = languages[language]
  return 'locale' in dates
    ? format(iso, { month: 'short', timeZone }, dates.locale)
    : fill(dates.month, readParts(iso, timeZone))
}

/** Year, month (1 to 12) and day in a time zone. */
export function readParts(iso: string, timeZone: string): { year: number; month: number; day: number } {
  const options = { year: 'numeric', month: 'numeric', day: 'numeric', timeZone } as const
  const parts = formatter(options, 'en-US').formatToParts(new Date(iso))
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return { year: read('year'), month: read('month'), day: read('day') }
}

/** The day alone, `2010-12-26`, in a time zone: for `datetime` and citations. */
export function formatDay(iso: string, timeZone: string): string {
  const { year, month, day } = readParts(iso, timeZone)
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function format(iso: string, options: Intl.DateTimeFormatOptions, locale: string): string {
  return formatter(options, locale).format(new Date(iso))
}

// Creating a formatter is slow compared with using it: a page shows hundreds of dates.
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(options: Intl.DateTimeFormatOptions, locale: string): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  const cached = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options)
  formatters.set(key, cached)
  return cached
}
