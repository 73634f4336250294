import { fork } from 'node:child_process'
import { translate } from '../../site/messages/translate.mjs'
import type { JobMessage, JobResult } from './messages'

/** Heap limit of a worker in megabytes: ten times what an article of 100,000 characters needs. */
const heapLimit = 1024
/** How long a worker may take to start and load the pipeline, in milliseconds. */
const startTimeout = 60_000

/** A compile worker process. */
export interface CompileWorker {
  /**
   * Run a job. Do not call it while another job is running.
   *
   * @param timeLimit in milliseconds, counted from when the worker has started
   * @throws WorkerEnded if the worker exits or is killed because it takes too long
   */
  run(message: JobMessage, timeLimit: number): Promise<JobResult>
  kill(): void
}

/** A worker exited, or was killed because it took too long. */
export class WorkerEnded extends Error {
  readonly isTimeout: boolean
  /** It failed to start, so that no file is the cause. */
  readonly isStart: boolean

  constructor(reason: string, { isTimeout = false, isStart = false } = {}) {
    super(isStart ? translate`A compile worker could not start: ${reason}.` : reason)
    this.isTimeout = isTimeout
    this.isStart = isStart
  }
}

/** Node flags that load a program: tests run the TypeScript source. */
function flagsFor(script: string): string[] {
  return script.endsWith('.ts') ? ['--import', 'tsx'] : ['--enable-source-maps']
}

/** Start a worker. It exits with this process. */
export function startWorker(script: string): CompileWorker {
  const child = fork(script, {
    // Every core compiles already: parallel garbage collection threads would cost a sixteenth of the total time.
    execArgv: [`--max-old-space-size=${heapLimit}`, '--single-threaded-gc', ...flagsFor(script)],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const isReady = withinTime(startTimeout, { isStart: true })
  // Prevents an unhandled rejection if it exits before the first job.
  isReady.catch(() => {})
  // An idle worker does not keep this process running.
  child.unref()
  child.channel?.unref()

  return {
    async run(message, timeLimit) {
      child.channel?.ref()
      try {
        await isReady
        const result = withinTime(timeLimit, { isStart: false })
        child.send(message, () => {})
        return (await result) as JobResult
      } finally {
        child.channel?.unref()
      }
    },
    kill: () => void child.kill('SIGKILL'),
  }

  /** Wait for the worker's next message, and kill the worker after the time limit. */
  function withinTime(limit: number, { isStart }: { isStart: boolean }): Promise<unknown> {
    return new Promise((resolve, reject) => {
      let isTimeout = false
      const timer = setTimeout(() => {
        isTimeout = true
        child.kill('SIGKILL')
      }, limit)
      const settle = () => {
        clearTimeout(timer)
        child.off('message', onMessage).off('exit', onExit).off('error', onError)
      }
      const onMessage = (message: unknown) => {
        settle()
        resolve(message)
      }
      const onExit = (code: number | null, signal: string | null) => {
        settle()
        const reason = signal ? translate`signal ${signal}` : translate`exit code ${code}`
        reject(new WorkerEnded(reason, { isTimeout, isStart }))
      }
      const onError = (error: Error) => {
        settle()
        reject(new WorkerEnded(error.message, { isStart }))
      }
      child.on('message', onMessage).on('exit', onExit).on('error', onError)
      if (child.exitCode !== null || child.signalCode !== null) onExit(child.exitCode, child.signalCode)
    })
  }
}
