// Start the publisher, which keeps what is published in step with content/ (lib/publisher).
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { heapFlags, lastPublished, passOn, say, start } from './run.mjs'

/**
 * Start the publisher beside a server. Where it ends by itself it is started again: the server goes on meanwhile.
 *
 * @param {'serve' | 'dev'} mode
 * @param {string} port of the server
 * @returns {Promise<{ env: Record<string, string>, published: Promise<void> }>} what the server's environment needs
 * to hold, and when everything is published for the first time
 */
export async function startPublisher(mode, port) {
  const own = String(await freePort())
  const env = {
    LEMMA_PUBLISHER: `http://127.0.0.1:${own}`,
    LEMMA_TOKEN: randomBytes(32).toString('hex'),
  }
  const args = [
    ...heapFlags(16, 60),
    '--import',
    'tsx',
    'lib/publisher/main.ts',
    '--mode',
    mode,
    '--port',
    own,
  ]
  // In development the open page asks for what was published (`components/dev-reload.tsx`).
  if (mode === 'serve') args.push('--server', `http://127.0.0.1:${port}`)
  // The server starts after this: whatever it renders is made of this content, or of newer.
  let since = existsSync(lastPublished) ? JSON.parse(readFileSync(lastPublished, 'utf8')).version : ''
  let isStopping = false
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => (isStopping = true))
  const published = new Promise((resolve) => {
    const run = () => {
      const child = start(process.execPath, [...args, '--since', since], env, ['ignore', 'pipe', 'inherit'])
      // Where it falls it may have published what the server was not told of.
      since = ''
      passOn(child.stdout, (line) => /^Published \d+ posts/.test(line) && resolve(undefined))
      child.on('close', (code) => {
        if (isStopping || child.killed) return
        say(`The publisher ended (${code}); it is started again.`)
        setTimeout(run, 1000)
      })
    }
    run()
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
