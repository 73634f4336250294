/** Milliseconds between two lines. */
const interval = 2_000

/**
 * Log the progress of work on articles every two seconds, and at the end if any progress was logged:
 *
 *     Compiled 240 of 1,000 articles, 31 a second.
 *
 * @param action what is done with each
 * @returns a function to call after each file
 */
export function createProgress(
  total: number,
  log: (line: string) => void = console.log,
  action = 'Compiled',
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
    const noun = total === 1 ? 'article' : 'articles'
    log(`${action} ${format(done)} of ${format(total)} ${noun}, ${format(rate)} a second.`)
  }
}
