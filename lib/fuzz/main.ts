// The fuzzer: npm run fuzz -- --minutes 10. Compiles random inputs, and writes those on which the compiler fails.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Finding } from './check-input'
import { generateInput, type Input } from './generate'
import { minimise } from './minimise'
import { contentOfPieces, readPieces } from './pieces'
import { startWorker } from './start-worker'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    /** Number of inputs; default without `minutes`: 10,000. */
    count: { type: 'string' },
    /** Number of worker processes; default: one for each core. */
    workers: { type: 'string', default: String(availableParallelism()) },
    /** Number of the first input. */
    from: { type: 'string', default: '0' },
    /** Check only this file, which an earlier run wrote. */
    replay: { type: 'string' },
  },
})

const folder = 'test-results/fuzz'
/** Number of inputs in a request to a worker. */
const batch = 100
/** A worker is replaced after so many batches, because it keeps every grammar in memory. */
const batchesEach = 100

if (values.replay !== undefined) await replay(values.replay)
else await fuzz()

async function replay(file: string): Promise<void> {
  const extension = extname(file).slice(1) as Input['extension']
  const worker = startWorker()
  const finding = await worker.check({ extension, content: readFileSync(file, 'utf8') })
  worker.end()
  console.log(finding ? `${finding.kind}: ${finding.message}` : 'Nothing found.')
  process.exit(finding ? 1 : 0)
}

async function fuzz(): Promise<void> {
  const seed = Number(values.seed)
  const minutes = values.minutes === undefined ? undefined : Number(values.minutes)
  const first = Number(values.from)
  const count = Number(values.count ?? (minutes === undefined ? 10_000 : Number.POSITIVE_INFINITY))
  const began = performance.now()
  const until = minutes === undefined ? Number.POSITIVE_INFINITY : began + minutes * 60_000
  const pieces = readPieces(contentOfPieces)
  const findings: { index: number; finding: Finding }[] = []
  let next = first
  let done = 0
  console.log(`Fuzzing with seed ${seed} in ${values.workers} processes.`)
  const timer = setInterval(() => console.log(progress()), 30_000)
  await Promise.all(Array.from({ length: Number(values.workers) }, work))
  clearInterval(timer)
  for (const { index, finding } of findings) await write(index, finding)
  console.log(progress())
  process.exit(findings.length > 0 ? 1 : 0)

  async function work(): Promise<void> {
    let worker = startWorker()
    let batches = 0
    while (performance.now() < until && next < first + count) {
      if (++batches % batchesEach === 0) {
        worker.end()
        worker = startWorker()
      }
      const from = next
      const to = Math.min(first + count, from + batch)
      next = to
      for (let start: number | undefined = from; start !== undefined && start < to; ) {
        const request = { kind: 'run', seed, from: start, to } as const
        start = await worker.run(request, () => done++, note)
        if (start !== undefined) worker = startWorker()
      }
    }
    worker.end()
  }

  function note(index: number, finding: Finding): void {
    findings.push({ index, finding })
    console.log(`Input ${index}: ${finding.kind}: ${finding.message}`)
  }

  /** Write an input. It is minimised if that is fast, which it is not for crashes and timeouts. */
  async function write(index: number, finding: Finding): Promise<void> {
    let input = generateInput(seed, index, pieces)
    if (finding.kind === 'exception' || finding.kind === 'fault' || finding.kind === 'no line') {
      const worker = startWorker()
      input = await minimise(input, finding.kind, worker.check)
      worker.end()
    }
    mkdirSync(folder, { recursive: true })
    const file = join(folder, `${finding.kind.replace(' ', '-')}-${seed}-${index}.${input.extension}`)
    writeFileSync(file, input.content)
    console.log(`npm run fuzz -- --replay ${file}`)
  }

  function progress(): string {
    const seconds = (performance.now() - began) / 1_000
    return `${done} inputs in ${seconds.toFixed(0)} s, ${(done / seconds).toFixed(0)} a second; ${findings.length} findings. Seed ${seed}.`
  }
}
