import { site } from '../../site.config'
import type { SiteConfig } from '../site'

type Language = SiteConfig['language']

/** A date in words, in the site's time zone: `2010 年 12 月 26 日`, `26 December 2010`. */
export function formatDate(iso: string, language: Language): string {
  if (language === 'zh-CN') {
    const { year, month, day } = readParts(iso)
    return `${year} 年 ${month} 月 ${day} 日`
  }
  return format(iso, { dateStyle: 'long' }, 'en-GB')
}

/** The month as a date badge shows it: `12 月`, `Dec`. */
export function formatMonth(iso: string, language: Language): string {
  return language === 'zh-CN' ? `${readParts(iso).month} 月` : format(iso, { month: 'short' }, 'en-GB')
}

/** Year, month (1 to 12) and day in the site's time zone. */
export function readParts(iso: string): { year: number; month: number; day: number } {
  const parts = formatter({ year: 'numeric', month: 'numeric', day: 'numeric' }, 'en-US').formatToParts(
    new Date(iso),
  )
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return { year: read('year'), month: read('month'), day: read('day') }
}

/** The day alone, `2010-12-26`, in the site's time zone: for `datetime` and citations. */
export function formatDay(iso: string): string {
  const { year, month, day } = readParts(iso)
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function format(iso: string, options: Intl.DateTimeFormatOptions, locale: string): string {
  return formatter(options, locale).format(new Date(iso))
}

// Making a formatter costs more than all its uses on a page of hundreds of dates.
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(options: Intl.DateTimeFormatOptions, locale: string): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  const known =
    formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: site.timeZone })
  formatters.set(key, known)
  return known
}
