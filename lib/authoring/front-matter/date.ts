import { Temporal } from 'temporal-polyfill'

const pattern =
  /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:(?:T| +)(\d{1,2}:\d{2})(?::(\d{2})(?:\.\d+)?)?)? ?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/

/**
 * Parse a date that an author wrote into an instant, as ISO 8601 in UTC; undefined if it is not a date.
 *
 * `2010-12-26` is midnight and `2010-12-26 10:30` is that time in `timeZone`; an explicit offset has precedence. The forms
 * of other systems are dates too: `2010/1/2`, `2010-12-26 10:30:00 +0800`. At daylight saving changes, the rules of
 * `disambiguation: 'compatible'` (RFC 5545) apply.
 */
export function readDate(text: string, timeZone: string): string | undefined {
  const match = pattern.exec(text.trim())
  if (!match) return undefined
  const [, year, , month = '', day = '', time = '00:00', seconds = '00', offset] = match
  const local = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${time.padStart(5, '0')}:${seconds}`
  try {
    const instant = offset
      ? Temporal.Instant.from(local + toIsoOffset(offset))
      : Temporal.PlainDateTime.from(local, { overflow: 'reject' }).toZonedDateTime(timeZone).toInstant()
    return instant.toString()
  } catch {
    return undefined
  }
}

/** `+0800` and `+08` → `+08:00`. */
function toIsoOffset(offset: string): string {
  if (/^[A-Z]/.test(offset)) return 'Z'
  return `${offset.slice(0, 3)}:${offset.slice(3).replace(':', '') || '00'}`
}
