/** Milliseconds between two lines. */
const every = 2_000

/**
 * Tell how far the compilation has come: a count and a rate, every two seconds, and at the end where anything was told.
 *
 *     Compiled 240 of 1,000 articles, 31 a second.
 *
 * @returns to be called after each item
 */
export function createProgress(total: number): () => void {
  let began = 0
  let told = 0
  let done = 0
  return () => {
    const now = performance.now()
    if (done++ === 0) began = told = now
    const isEnd = done === total && told > began
    if (now - told < every && !isEnd) return
    told = now
    const rate = Math.round((done / (now - began)) * 1000)
    const count = (number: number) => number.toLocaleString('en')
    console.log(`Compiled ${count(done)} of ${count(total)} articles, ${count(rate)} a second.`)
  }
}
