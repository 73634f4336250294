import { translate } from '../../site/messages/translate.mjs'

/** Milliseconds between two lines. */
const interval = 2_000

/**
 * Log the progress of compiling every two seconds, and at the end if any progress was logged:
 *
 *     Compiled 240 of 1,000 articles, 31 a second.
 *
 * @returns a function to call after each file
 */
export function createProgress(total: number, log: (line: string) => void = console.log): () => void {
  let started = 0
  let logged = 0
  let done = 0
  return () => {
    const now = performance.now()
    if (done++ === 0) started = logged = now
    const isEnd = done === total && logged > started
    if (now - logged < interval && !isEnd) return
    logged = now
    const rate = Math.round((done / (now - started)) * 1000)
    const format = (number: number) => number.toLocaleString('en')
    const [compiled, all] = [format(done), format(total)]
    log(
      total === 1
        ? translate`Compiled ${compiled} of ${all} article, ${format(rate)} a second.`
        : translate`Compiled ${compiled} of ${all} articles, ${format(rate)} a second.`,
    )
  }
}
