import { translate } from '../../site/messages/translate.mjs'

/** Milliseconds between two lines. */
const interval = 2_000

/** Describes progress: numbers that are formatted already, and whether there is only one article. */
type Describe = (done: string, total: string, rate: string, isOne: boolean) => string

const describeCompiling: Describe = (done, total, rate, isOne) =>
  isOne
    ? translate`Compiled ${done} of ${total} article, ${rate} a second.`
    : translate`Compiled ${done} of ${total} articles, ${rate} a second.`

/**
 * Log the progress of work on articles every two seconds, and at the end if any progress was logged:
 *
 *     Compiled 240 of 1,000 articles, 31 a second.
 *
 * @returns a function to call after each file
 */
export function createProgress(
  total: number,
  log: (line: string) => void = console.log,
  print: Describe = describeCompiling,
): () => void {
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
    log(print(format(done), format(total), format(rate), total === 1))
  }
}
