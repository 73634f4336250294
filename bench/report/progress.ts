const began = performance.now()
const isTerminal = process.stdout.isTTY

/** Run one step, and print its title and duration. In a terminal, the duration is updated while it runs. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now()
  const seconds = () => `${((performance.now() - start) / 1000).toFixed(1)} s`
  const line = `${formatClock(start)}  ${title} … `
  process.stdout.write(line)
  const timer = isTerminal ? setInterval(() => process.stdout.write(`\r${line}${seconds()}`), 500) : undefined
  try {
    return await work()
  } finally {
    clearInterval(timer)
    process.stdout.write(`${isTerminal ? `\r${line}` : ''}${seconds()}\n`)
  }
}

/** A step that takes longer than this, in seconds, is not repeated. */
const maxRepeated = 120

/** Run one step several times. @returns the result of each run */
export async function repeat<T>(
  title: string,
  runs: number,
  work: (run: number) => Promise<T>,
): Promise<T[]> {
  const results: T[] = []
  for (let run = 1; run <= runs; run++) {
    const start = performance.now()
    results.push(await step(runs > 1 ? `${title}, ${run} of ${runs}` : title, () => work(run)))
    if (performance.now() - start > maxRepeated * 1000) break
  }
  return results
}

/** Print that something was skipped, and why. */
export function warn(text: string): void {
  console.log(`       ${text}`)
}

/** Minutes and seconds since the bench began. */
function formatClock(time: number): string {
  const seconds = Math.floor((time - began) / 1000)
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`
}
