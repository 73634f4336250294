import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Finding } from './check-input'
import type { Input } from './generate'
import type { Request, Response } from './messages'
import { contentOfPieces } from './pieces'

/** Milliseconds without a response after which a worker counts as hanging: four times the compiler's limit for a file. */
const responseTimeout = 60_000
/** How long a worker may take to start and load the pipeline, in milliseconds. */
const startTimeout = 300_000
/** Heap limit of a worker in megabytes; a file that needs more crashes it. */
const heapLimit = 1_024

/** A process that checks inputs. */
export interface FuzzWorker {
  /**
   * Check a range of generated inputs.
   *
   * @param onProgress called with the number of each input that is started
   * @returns if an input crashed this worker, the number with which to continue in another worker
   */
  run(
    request: Extract<Request, { kind: 'run' }>,
    onProgress: (index: number) => void,
    onFinding: (index: number, finding: Finding) => void,
  ): Promise<number | undefined>
  /** Check one input. */
  check(input: Input): Promise<Finding | undefined>
  end(): void
}

export function startWorker(): FuzzWorker {
  const folder = mkdtempSync(join(tmpdir(), 'lemma-fuzz-'))
  const child = fork(resolve('lib/fuzz/worker.ts'), [resolve(contentOfPieces), folder], {
    execArgv: ['--import', 'tsx', '--expose-gc', `--max-old-space-size=${heapLimit}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const end = () => {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }

  const isReady = new Promise<void>((ready, fail) => {
    const timer = setTimeout(() => fail(new Error('A worker did not start in time.')), startTimeout)
    child.once('message', () => {
      clearTimeout(timer)
      ready()
    })
  })

  async function send(
    request: Request,
    onResponse: (response: Response) => void,
  ): Promise<Finding | undefined> {
    await isReady
    const finding = await exchange(child, request, onResponse)
    if (finding) end()
    return finding
  }

  return {
    async run(request, onProgress, onFinding) {
      let index = request.from
      const failure = await send(request, (response) => {
        if (response.kind === 'started') {
          index = response.index
          onProgress(index)
        }
        if (response.kind === 'found') onFinding(response.index, response.finding)
      })
      if (!failure) return undefined
      onFinding(index, failure)
      return index + 1
    },
    async check(input) {
      let finding: Finding | undefined
      const failure = await send({ kind: 'check', input }, (response) => {
        if (response.kind === 'done') finding = response.finding
      })
      return failure ?? finding
    },
    end,
  }
}

/** Send a request and handle all responses. @returns a finding if the worker itself crashes or hangs */
function exchange(
  child: ChildProcess,
  request: Request,
  onResponse: (response: Response) => void,
): Promise<Finding | undefined> {
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout
    const stop = (finding?: Finding) => {
      clearTimeout(timer)
      child.off('message', receive).off('exit', exit)
      resolve(finding)
    }
    const restartTimer = () => {
      clearTimeout(timer)
      const finding: Finding = { kind: 'timeout', message: `no response within ${responseTimeout / 1_000} s` }
      timer = setTimeout(() => stop(finding), responseTimeout)
    }
    const receive = (message: unknown) => {
      restartTimer()
      onResponse(message as Response)
      if ((message as Response).kind === 'done') stop()
    }
    const exit = (code: number | null, signal: string | null) =>
      stop({ kind: 'crash', message: `The worker exited with ${signal ?? code}.` })
    child.on('message', receive).on('exit', exit)
    restartTimer()
    child.send(request)
  })
}
