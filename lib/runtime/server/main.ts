// The server of `npm start`: Next's request handler, wrapped in what Next does not do. `lib/cli/programs.mjs` bundles it.

import { createServer } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import nextEnv from '@next/env'
import next from 'next'
import { siteFolder } from '../../site/folders.mjs'
import { installLog } from '../../site/log/install-log'
import { translate } from '../../site/messages/translate.mjs'
import { settings } from '../../site/settings'
import { readPublishedState } from '../cache/published-state'
import { finishDocument } from '../documents/finish-document'
import { createClientAddress, readTrust } from './client-address'
import { compress } from './compress'
import { keepErrorDocuments } from './error-documents'
import { showErrorPages } from './error-pages'
import { finishDocuments } from './finish-documents'
import { limitRequests } from './limit-requests'
import { logRequests } from './log-requests'
import { showMissingPages } from './missing-pages'
import { negotiateMarkdown } from './negotiate'
import { refuseMalformed } from './refuse-malformed'
import { replayResponses } from './replay-responses'
import { sendRedirects } from './send-redirects'
import { serveMedia } from './serve-media'
import { hasSharp, serveOriginals } from './serve-originals'
import { serveProbes } from './serve-probes'
import { serveScripts } from './serve-scripts'
import { serveSiteFiles } from './serve-site-files'
import { setSecurityHeaders } from './set-security-headers'
import { shutDownOnSignal } from './shutdown'
import { singleLocation } from './single-location'

installLog()
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
const { isCurrent, pageStatistics } = await import('../cache/page-cache')
const { contentMoment } = await import('../cache/content-moment')

if (settings.metricsTokenProblem())
  console.error(translate`${settings.metricsTokenProblem()}; metrics are disabled.`)
const metrics = settings.metricsToken()
  ? (await import('./metrics/server-metrics')).createServerMetrics(pageStatistics)
  : undefined

// From the inside out: each handler wraps the one before it and receives its response.
const errors = keepErrorDocuments(request)
let handle = showErrorPages(singleLocation(app.getRequestHandler()), errors.pageOf)
handle = finishDocuments(showMissingPages(handle, errors.pageOf), finishDocument)
// The files of an author are sent as they are.
handle = serveMedia(serveSiteFiles(handle))
const validity = { isCurrent, moment: contentMoment }
handle = sendRedirects(replayResponses(compress(handle), validity, metrics?.countLookup))
handle = serveScripts(negotiateMarkdown(handle), '.next/static/chunks/browser')
if (!(await hasSharp())) {
  console.warn(translate`sharp is not installed for this platform; images are sent in their original size.`)
  handle = serveOriginals(handle)
}
if (metrics) {
  const { serveMetrics } = await import('./metrics/serve-metrics')
  const publisher = { url: settings.publisherUrl(), token: settings.token() }
  handle = serveMetrics(handle, metrics.registry, settings.metricsToken(), publisher)
}
handle = limitRequests(handle, { addressOf: createClientAddress(trustedProxies()) })
let isReady = false
handle = serveProbes(refuseMalformed(handle), () => isReady && !closing.aborted)
handle = setSecurityHeaders(handle, settings.strictTransportSecurity())
const server = createServer(logRequests(handle, { measure: metrics?.countRequest }))
// Reading a request takes at most this long: a slow sender must not hold a connection (408 otherwise).
server.headersTimeout = 10_000
server.requestTimeout = 30_000
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
server.listen(port, () => void begin())

/** The trusted proxies (`TRUST_PROXY`). The server exits if the value is invalid: it would limit the wrong addresses. */
function trustedProxies() {
  try {
    return readTrust(settings.trustProxy())
  } catch (error) {
    console.error(
      translate`TRUST_PROXY cannot be read (${error instanceof Error ? error.message : ''}). Write the number of proxies, 1, or their addresses: loopback, 10.0.0.0/8.`,
    )
    process.exit(1)
  }
}

/** Announce the server when it has served the front page. Until then and again when it closes, it is not ready. */
async function begin(): Promise<void> {
  let frontPage = await request('/')
  // Its error is in the log. What a publication corrects is served without a restart.
  while (frontPage === undefined && !closing.aborted) {
    await setTimeout(1_000)
    frontPage = await request('/')
  }
  if (closing.aborted) return
  isReady = true
  console.log(translate`Serving on http://localhost:${port} (stop with Ctrl-C).`)
  await warmUp(frontPage ?? '')
}

/**
 * Send the requests that would be slow for the first reader: they render the newest articles, load the search index and
 * start the worker that draws cards. The queries match most articles.
 */
async function warmUp(frontPage: string): Promise<void> {
  await errors.refresh()
  const own = ['/search?q=的', '/search?q=e', '/api/search?q=的', '/card.png', '/posts/none.png']
  await Promise.all(own.map(request))
  const articles = frontPage.matchAll(/(?<=href=")\/posts\/[^"#?]+(?=")/g)
  const moved = [...(readPublishedState()?.moved ?? [])].slice(0, 10)
  for (const path of new Set([...Array.from(articles, ([path]) => path), ...moved])) await request(path)
}

/** The body of a response of this server; undefined if it has another status, or if the server closes first. */
async function request(path: string): Promise<string | undefined> {
  return fetch(`http://localhost:${port}${path}`, { signal: closing }).then(
    (response) => (response.ok ? response.text() : undefined),
    () => undefined,
  )
}
