import { translate } from '../messages/translate.mjs'
import type { LogRecord } from './format.mjs'

interface Repeats {
  record: LogRecord
  count: number
  /** When it counts as new again, in milliseconds. */
  until: number
}

/** Options of {@link limitRepeats}. */
interface Options {
  /** How many identical lines are printed in a minute. */
  limit?: number
  /** How many different lines are remembered. */
  maxLines?: number
}

const minute = 60_000

/**
 * Limit identical warnings and errors: after the first ones of a minute they are only counted, and a line reports their number.
 *
 * @param print prints a line
 * @returns `log`, which prints a line or counts it, and `flush`, which reports what was counted
 */
export function limitRepeats(
  print: (record: LogRecord) => void,
  { limit = 10, maxLines = 200 }: Options = {},
): { log: (record: LogRecord) => void; flush: () => void } {
  /** The oldest first, which is also the order in which they end. */
  const seen = new Map<string, Repeats>()
  const end = (key: string) => {
    const { record, count = 0 } = seen.get(key) ?? {}
    seen.delete(key)
    if (!record || count <= limit) return
    const message = translate`… ${count - limit} more like this in the last minute: ${firstLine(record.message)}`
    print({ level: record.level, message })
  }
  const log = (record: LogRecord) => {
    if (record.level === 'info' || record.level === 'debug') return print(record)
    const now = Date.now()
    for (const [key, { until }] of seen) if (until <= now || seen.size > maxLines) end(key)
    const key = `${record.level} ${record.message}`
    const repeats = seen.get(key) ?? { record, count: 0, until: now + minute }
    seen.set(key, repeats)
    repeats.count++
    if (repeats.count <= limit) return print(record)
    // The end of the minute, even if nothing else is printed until then.
    if (repeats.count === limit + 1)
      setTimeout(() => seen.get(key) === repeats && end(key), repeats.until - now).unref()
  }
  return {
    log,
    flush() {
      for (const key of [...seen.keys()]) end(key)
    },
  }
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0]?.slice(0, 200) ?? ''
}
