import { mkdtempSync, rmSync } from 'node:fs'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Do work with a temporary folder, which only this user can read. It contains copies of secrets, so it is also removed if the
 * command is interrupted; `lib/cli/processes.mjs` then ends the process.
 *
 * @param prefix path of the folder without its last characters, which are random
 */
export async function withTemporaryFolder<T>(
  prefix: string,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(prefix)
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 })
  for (const signal of signals) process.once(signal, remove)
  try {
    return await work(folder)
  } finally {
    for (const signal of signals) process.off(signal, remove)
    remove()
  }
}
