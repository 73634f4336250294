// Serve one function over HTTP. The process may read the function's folder and this file only, so this file is JavaScript:
// it cannot load tsx.
//
//     node serve.mjs ./.next/server/app/page.js
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const [entry = ''] = process.argv.slice(2)
const require = createRequire(join(process.cwd(), 'function.js'))
// Vercel's launcher does this itself; for an entry of Next's build, an adapter has to.
if (entry.startsWith('./.next/')) require('next/dist/build/adapter/setup-node-env.external.js')
const loaded = await require(entry)

/** Hosts keep the process alive until these promises settle. */
const waitUntil = (/** @type {Promise<unknown>} */ promise) => void promise.catch(console.error)
// Vercel's launcher reads it from here.
Object.assign(globalThis, { [Symbol.for('@vercel/request-context')]: { get: () => ({ waitUntil }) } })

/** https://nextjs.org/docs/app/api-reference/adapters/invoking-entrypoints, in the mode in which Vercel invokes it. */
const callEntry = (/** @type {import('node:http').IncomingMessage} */ req, /** @type {unknown} */ res) =>
  loaded.handler(req, res, {
    waitUntil,
    requestMeta: {
      minimalMode: true,
      relativeProjectDir: '.',
      initURL: `https://${req.headers.host}${req.url}`,
    },
  })
const respond = typeof loaded === 'function' ? loaded : callEntry

const server = createServer(async (req, res) => {
  try {
    await respond(req, res)
  } catch (error) {
    console.error(error)
    res.writeHead(500).end()
  }
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(`Listening on ${address && typeof address === 'object' ? address.port : ''}.`)
})
