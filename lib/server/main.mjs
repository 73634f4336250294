// The server of `npm start`: Next's own, with what it answered kept ready to be sent again (`replay.mjs`).
// It runs as it stands, outside Next's bundles: plain JavaScript.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import next from 'next'
import { compress } from './compress.mjs'
import { refuseMalformed } from './malformed.mjs'
import { showNotFound } from './not-found.mjs'
import { createReplay } from './replay.mjs'
import { varyByAccept } from './vary.mjs'

const port = Number(process.env.PORT)
// Here answers are compressed better than Next does it.
process.env.LEMMA_COMPRESSES = 'yes'
const app = next({ dev: false })
await app.prepare()
// After Next has read the environment from its files.
const { isCurrent } = await import('../cache/page-cache.mjs')

const pages = showNotFound(app.getRequestHandler(), readFileSync('.next/server/app/_not-found.html'))
const answers = createReplay(compress(pages), isCurrent)
const server = createServer(refuseMalformed(varyByAccept(answers)))
server.on('error', (error) => {
  const isTaken = 'code' in error && error.code === 'EADDRINUSE'
  console.error(isTaken ? `Port ${port} is taken: set another by PORT, or end what uses it.` : error)
  process.exit(1)
})
server.listen(port, () => {
  // What search looks in, the painter of cards, and their code, are read at a first request, and the code is translated
  // while it answers much: ours, so that no reader waits for it. What these ask for is found in most articles, or in none.
  for (const path of ['/search?q=的', '/search?q=e', '/api/search?q=的', '/card.png', '/posts/none.png'])
    void fetch(`http://localhost:${port}${path}`)
      .then((response) => response.arrayBuffer())
      .catch(() => {})
})

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    // Requests that are being answered are answered.
    server.close(() => process.exit(0))
    server.closeIdleConnections()
  })
}
