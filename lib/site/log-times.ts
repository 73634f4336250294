/**
 * Start each message of the log with the time, `2026-01-02T03:04:05.678Z`. Call it once, in the process of a server.
 *
 * @param log the console, which the process, Next included, uses for its log
 */
export function logWithTimes(log: Console = console): void {
  for (const level of ['log', 'info', 'warn', 'error'] as const) {
    const print = log[level].bind(log)
    log[level] = (first: unknown, ...rest: unknown[]) => {
      const time = new Date().toISOString()
      // The first text may have placeholders (`%s`) for the rest.
      if (typeof first === 'string') print(`${time} ${first}`, ...rest)
      else print(time, first, ...rest)
    }
  }
}
