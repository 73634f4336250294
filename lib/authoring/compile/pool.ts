import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Problem } from '../../markdown/problems/problem'
import type { Site } from '../../site/config'
import { engineFolder } from '../../site/folders.mjs'
import { translate } from '../../site/messages/translate.mjs'
import { settings } from '../../site/settings'
import type { ReadResult } from '../read/read-document'
import { bibliographyFile } from './bibliography-file'
import { failedDocument } from './failed-document'
import type { Job, JobMessage, JobResult } from './messages'
import { type CompileWorker, startWorker, WorkerEnded } from './start-worker'

/** Reads and compiles files in worker processes, so that no file can stop or hang the process that publishes. */
export interface CompilerPool {
  /**
   * Read and compile one file.
   *
   * @returns undefined if the file no longer exists. If it crashes two workers or takes too long, the result is a problem.
   * @throws for system errors, such as a full disk: the same call may succeed later
   */
  read(file: string, site: Site): Promise<ReadResult | undefined>
  /** Read `content/references.bib` again. @returns its problems */
  readBibliography(site: Site): Promise<readonly Problem[]>
  /** Start workers before their first job, because that takes about a second. */
  warmUp(workers?: number): void
  /** Kill all workers. */
  close(): void
}

interface Options {
  /** Maximum number of workers. */
  size: number
  /** Time limit for one file, in milliseconds. */
  timeLimit?: number
  /** Path of the worker's program. */
  script?: string
}

/**
 * Default time limit, which is more than the compiler's own limits together (`lib/markdown/problems/limits.ts`). Those report a
 * line; this one is for code that they cannot interrupt.
 */
export const compileTimeLimit = 15_000

/** Milliseconds without a job after which a surplus worker is killed. */
const idleTimeout = 10_000

interface QueuedJob {
  job: Job
  site: Site
  /** Number of workers that crashed while they processed it. */
  crashes: number
  resolve(result: JobResult): void
  reject(error: unknown): void
}

/** Open a pool of compile workers, which start on demand. */
export function openCompilerPool(options: Options): CompilerPool {
  return new WorkerPool(options)
}

class WorkerPool implements CompilerPool {
  private readonly size: number
  private readonly timeLimit: number
  private readonly script: string
  private readonly queue: QueuedJob[] = []
  private readonly idle: CompileWorker[] = []
  private readonly workers = new Set<CompileWorker>()
  private isClosed = false
  /** Stamp of a bibliography that crashed a worker. */
  private ignoredBibliography: string | undefined

  constructor({
    size,
    timeLimit = compileTimeLimit,
    script = resolve(engineFolder(), settings.compileWorker()),
  }: Options) {
    this.size = size
    this.timeLimit = timeLimit
    this.script = script
  }

  async read(file: string, site: Site): Promise<ReadResult | undefined> {
    const result = await this.add({ kind: 'read', file }, site)
    return result.kind === 'read' ? result.document : undefined
  }

  async readBibliography(site: Site): Promise<readonly Problem[]> {
    this.ignoredBibliography = undefined
    const result = await this.add({ kind: 'bibliography' }, site)
    return result.kind === 'bibliography' ? result.problems : []
  }

  warmUp(workers = 1): void {
    while (this.workers.size < Math.min(workers, this.size)) this.idle.push(this.start())
  }

  close(): void {
    this.isClosed = true
    for (const worker of this.workers) worker.kill()
  }

  private add(job: Job, site: Site): Promise<JobResult> {
    return new Promise((resolve, reject) => {
      this.queue.push({ job, site, crashes: 0, resolve, reject })
      this.runNext()
    })
  }

  private start(): CompileWorker {
    const worker = startWorker(this.script)
    this.workers.add(worker)
    return worker
  }

  private runNext(): void {
    while (this.queue.length > 0 && !this.isClosed) {
      const worker = this.idle.pop() ?? (this.workers.size < this.size ? this.start() : undefined)
      if (!worker) return
      void this.run(worker, this.queue.shift() as QueuedJob)
    }
  }

  private async run(worker: CompileWorker, queued: QueuedJob): Promise<void> {
    try {
      const bibliographyStamp = stampOf(bibliographyFile)
      const ignoresBibliography = this.ignoredBibliography === bibliographyStamp
      const { job, site } = queued
      const message: JobMessage = { job, site, bibliographyStamp, ignoresBibliography }
      settle(queued, await worker.run(message, this.timeLimit))
      this.release(worker)
    } catch (error) {
      this.workers.delete(worker)
      if (this.isClosed || !(error instanceof WorkerEnded) || error.isStart) queued.reject(error)
      else if (error.isTimeout || queued.crashes > 0) settle(queued, this.failureOf(queued.job, error))
      // The worker may have been killed from outside: try once more in another worker.
      else this.queue.unshift({ ...queued, crashes: queued.crashes + 1 })
    }
    this.runNext()
  }

  /** Return a worker to the pool. One is kept for the next edit; surplus ones are killed when they have been idle. */
  private release(worker: CompileWorker): void {
    this.idle.push(worker)
    setTimeout(() => {
      if (this.idle.length < 2 || !this.idle.includes(worker)) return
      this.idle.splice(this.idle.indexOf(worker), 1)
      this.workers.delete(worker)
      worker.kill()
    }, idleTimeout).unref()
  }

  /** The result of a job that no worker can process. */
  private failureOf(job: Job, error: WorkerEnded): JobResult {
    const reason = error.isTimeout
      ? translate`Compiling this file took longer than ${this.timeLimit / 1000} s and was stopped.`
      : translate`Compiling this file crashed the compiler (${error.message}).`
    if (job.kind === 'read') return { kind: 'read', document: failedDocument(job.file, reason) }
    this.ignoredBibliography = stampOf(bibliographyFile)
    return { kind: 'bibliography', problems: failedDocument(bibliographyFile, reason).problems }
  }
}

function settle({ resolve, reject }: QueuedJob, result: JobResult): void {
  if (result.kind !== 'failure') resolve(result)
  else reject(Object.assign(new Error(result.message), { code: result.code }))
}

function stampOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats ? `${stats.mtimeMs} ${stats.size} ${stats.ino}` : ''
}
