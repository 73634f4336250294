import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { Tinypool } from 'tinypool'
import type { Compiled, Source } from '../markdown/compile'

/** Threads that compile articles beside this one, from the first that is asked for. */
let pool: Tinypool | undefined

/** Compile in another thread. Threads end when they have had nothing to do for a while, and with the process. */
export async function compileElsewhere(source: Source): Promise<Compiled> {
  pool ??= new Tinypool({
    filename: resolve('lib/content/compile-thread.mjs'),
    minThreads: 0,
    maxThreads: availableParallelism(),
    idleTimeout: 10_000,
    // A generation as large as what one article leaves behind is collected cheaply.
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  })
  return pool.run(source)
}

/** Have articles compiled by threads that start from now on. */
export function restartThreads(): void {
  void pool?.destroy()
  pool = undefined
}
