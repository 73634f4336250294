import { readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { contentRoot } from '../markdown/asset'

/** Threads that are at it. */
let running = 0

/**
 * Have the other cores compile articles into the store, from the last file to the first, while this thread goes through
 * them from the first: what it meets half way is there already. Nobody waits for a message, which would not be read
 * while an article is compiled; what both compile, at the end, is the same.
 */
export function compileAhead(): void {
  if (running > 0) return
  const files = readdirSync(join(contentRoot, 'posts'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.mdx?$/.test(name))
    .map((name) => join('posts', name))
    .sort()
    .reverse()
  const threads = availableParallelism() - 1
  for (let thread = 0; thread < threads; thread++) {
    const share = files.filter((_, index) => index % threads === thread)
    const worker = new Worker(resolve('lib/content/compile-ahead-thread.mjs'), { workerData: share })
    running++
    worker.on('error', (error) =>
      console.error('A thread fell; its articles are compiled all the same.', error),
    )
    worker.on('exit', () => running--)
    // What is still to do when all is compiled here need not be done.
    worker.unref()
  }
}
