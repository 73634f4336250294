/** Milliseconds until a failed publication is tried again: doubled after each failure in a row. */
const firstDelay = 1_000
const maxDelay = 30_000

/** Schedules the next attempt after a failure. */
export interface Retry {
  /** Schedule the next attempt. @returns the delay in milliseconds */
  failed(): number
  /** Cancel the scheduled attempt. */
  succeeded(): void
}

/** Repeat a failed attempt with exponential backoff. */
export function createRetry(attempt: () => void): Retry {
  let delay = firstDelay
  let timer: NodeJS.Timeout | undefined
  return {
    failed() {
      clearTimeout(timer)
      timer = setTimeout(attempt, delay)
      const scheduled = delay
      delay = Math.min(maxDelay, delay * 2)
      return scheduled
    },
    succeeded() {
      clearTimeout(timer)
      delay = firstDelay
    },
  }
}
