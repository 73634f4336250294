// Start the publisher, which publishes changes of content/ (lib/authoring/publisher).
// JavaScript, because it runs before packages are installed.

import { randomBytes } from 'node:crypto'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { translate } from '../site/messages/translate.mjs'
import { heapFlags } from './heap-flags.mjs'
import { keepRunning, startDependent } from './processes.mjs'
import { bundlePrograms, publisherProgram, workerProgram } from './programs.mjs'
import { passOn, publishedVersion, root, site } from './run.mjs'

/**
 * Start the publisher beside a server, and restart it when it exits. The server keeps running while it restarts.
 *
 * @param {'serve' | 'dev'} mode
 * @param {string} port of the server
 * @returns {Promise<{ env: Record<string, string>, published: Promise<void> }>} variables for the environment of the server,
 * and a promise that resolves when everything is published for the first time
 */
export async function startPublisher(mode, port) {
  const own = String(await freePort())
  const env = {
    LEMMA_PUBLISHER: `http://127.0.0.1:${own}`,
    LEMMA_TOKEN: randomBytes(32).toString('hex'),
    LEMMA_WORKER: join(root, workerProgram),
  }
  await bundlePrograms()
  const args = [...heapFlags(16, 60), join(root, publisherProgram), '--mode', mode, '--port', own]
  // In development the open page polls for changes instead (`components/layout/dev-reload.tsx`).
  if (mode === 'serve') args.push('--server', `http://127.0.0.1:${port}`)
  // The server starts after this, and so renders pages from this version of the content or a newer one.
  let since = publishedVersion() ?? ''
  const published = new Promise((resolve) => {
    keepRunning(translate`The publisher`, () => {
      const child = startDependent([...args, '--since', since], env, ['ignore', 'pipe', 'inherit'], site)
      // A publisher that exited may have published changes without notifying the server: expire all pages.
      since = ''
      passOn(child.stdout)
      child.on('message', resolve)
      return child
    })
  })
  return { env, published }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(address && typeof address === 'object' ? address.port : 0))
    })
  })
}
