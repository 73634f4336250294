import { Temporal } from 'temporal-polyfill'

/** A date of the old site. */
export interface SourceDate {
  /** ISO 8601 with offset. */
  iso: string
  /** Its parts on the clock of the old site, for permalinks. */
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
}

const pattern =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?(?:\.\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/

/** Read a date as other systems write it: `2024/1/2`, `2024-01-02 03:04:05 +0800`; undefined if it is none. */
export function readSourceDate(value: unknown, timeZone: string): SourceDate | undefined {
  if (value instanceof Date) return fromInstant(value.getTime(), timeZone)
  const match = pattern.exec(String(value ?? '').trim())
  if (!match) return undefined
  const [, year, month, day, hour = 0, minute = 0, second = 0, offset] = match
  const parts = [year, month, day, hour, minute, second].map(Number)
  const local = {
    year: parts[0],
    month: parts[1],
    day: parts[2],
    hour: parts[3],
    minute: parts[4],
    second: parts[5],
  }
  try {
    const date = Temporal.PlainDateTime.from(local as Temporal.PlainDateTimeLike, { overflow: 'reject' })
    const zone = offset === undefined ? timeZone : offsetZone(offset)
    return toSourceDate(date.toZonedDateTime(zone), timeZone)
  } catch {
    return undefined
  }
}

/** The date of an instant. */
export function fromInstant(milliseconds: number, timeZone: string): SourceDate {
  return toSourceDate(
    Temporal.Instant.fromEpochMilliseconds(Math.trunc(milliseconds / 1000) * 1000).toZonedDateTimeISO(
      timeZone,
    ),
    timeZone,
  )
}

function toSourceDate(date: Temporal.ZonedDateTime, timeZone: string): SourceDate {
  const { year, month, day, hour, minute, second } = date.withTimeZone(timeZone)
  return { iso: date.toString({ timeZoneName: 'never' }), year, month, day, hour, minute, second }
}

function offsetZone(offset: string): string {
  return /^[+-]/.test(offset) ? offset.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2') : 'UTC'
}

/** A time zone that exists, or the default: configurations may contain `Asia/Beijing`. */
export function knownTimeZone(zone: unknown, byDefault: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: String(zone || byDefault) }).resolvedOptions().timeZone
  } catch {
    return byDefault
  }
}
