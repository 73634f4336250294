// The server of `npm start`: Next's request handler, wrapped in what Next does not do. `lib/cli/programs.mjs` bundles it.

import { createServer } from 'node:http'
import nextEnv from '@next/env'
import next from 'next'
import { siteFolder } from '../../site/folders.mjs'
import { logWithTimes } from '../../site/log-times'
import { translate } from '../../site/messages/translate.mjs'
import { settings } from '../../site/settings'
import { compress } from './compress'
import { showDeletedPosts } from './deleted-posts'
import { keepErrorDocuments } from './error-documents'
import { showErrorPages } from './error-pages'
import { redirectAliases } from './redirect-aliases'
import { refuseMalformed } from './refuse-malformed'
import { replayResponses } from './replay-responses'
import { serveScripts } from './serve-scripts'
import { serveSiteFiles } from './serve-site-files'
import { shutDownOnSignal } from './shutdown'
import { varyByAccept } from './vary'

logWithTimes()
const port = Number(process.env.PORT)
// Next would read the `.env` files of the engine's folder.
nextEnv.loadEnvConfig(siteFolder(), false, { info: () => {}, error: console.error })
const app = next({ dev: false })
await app.prepare()
// A site without the secret has disabled what needs it; a secret that is too short is a mistake.
if (process.env.REVALIDATE_SECRET && !settings.revalidateSecret())
  console.error(
    translate`${settings.revalidateSecretProblem()}; revalidation and preview links are disabled.`,
  )
// Imported now, because it reads environment variables, and Next has read them from `.env` files.
const { isCurrent } = await import('../cache/page-cache')

// From the inside out: each handler wraps the one before it and receives its response.
const errors = keepErrorDocuments(request)
let handle = showErrorPages(app.getRequestHandler(), errors.pageOf)
handle = serveSiteFiles(showDeletedPosts(handle, errors.pageOf))
handle = redirectAliases(replayResponses(compress(handle), isCurrent))
handle = serveScripts(varyByAccept(handle), '.next/static/chunks/browser')
const server = createServer(refuseMalformed(handle))
const closing = shutDownOnSignal(server)
server.on('error', (error) => {
  const isTaken = 'code' in error && error.code === 'EADDRINUSE'
  console.error(
    isTaken
      ? translate`Port ${port} is in use. Set another one with PORT, or stop the program that uses it.`
      : error,
  )
  process.exit(1)
})
server.listen(port, () => void warmUp())

/**
 * Send the requests that would be slow for the first reader: they render the newest articles, load the search index and
 * start the worker that draws cards. The queries match most articles.
 */
async function warmUp(): Promise<void> {
  await errors.refresh()
  const own = ['/search?q=的', '/search?q=e', '/api/search?q=的', '/card.png', '/posts/none.png']
  await Promise.all(own.map(request))
  const articles = ((await request('/')) ?? '').matchAll(/(?<=href=")\/posts\/[^"#?]+(?=")/g)
  for (const path of new Set(Array.from(articles, ([path]) => path))) await request(path)
}

/** The body of a response of this server; undefined if it has another status, or if the server closes first. */
async function request(path: string): Promise<string | undefined> {
  return fetch(`http://localhost:${port}${path}`, { signal: closing }).then(
    (response) => (response.ok ? response.text() : undefined),
    () => undefined,
  )
}
