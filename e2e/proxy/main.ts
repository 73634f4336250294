// Serves the sample behind nginx and Caddy with the configurations of `deploy/`, and restarts the server behind Caddy. `npm run test:slow`
// runs it, after the build of the sample. It needs the programs nginx, caddy and openssl, and uses this computer only.
import { deepStrictEqual, ok, strictEqual } from 'node:assert'
import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { createWorkspace, freePort, type Served } from '../support/workspace'
import { createClient, type Received, statusOverHttp2 } from './client'
import { type RunningProxy, startCaddy, startNginx } from './proxies'

const secret = 'a secret of the proxies'
const article = '/posts/gamma-function'
const folder = mkdtempSync(join(tmpdir(), 'lemma-proxy-'))
const workspace = createWorkspace({
  isBuilt: true,
  env: { REVALIDATE_SECRET: secret, TRUST_PROXY: '1', PORT: String(await freePort()) },
})
let server: Served | undefined
try {
  server = await workspace.serve('start')
  for (const start of [startNginx, startCaddy]) {
    const proxy = await start(folder, server.url)
    try {
      await checkProxy(proxy, server.url)
    } finally {
      await proxy.stop()
    }
  }
  const caddy = await startCaddy(mkdtempSync(join(folder, 'restart-')), server.url)
  try {
    await checkRestart(caddy)
  } finally {
    await caddy.stop()
  }
} finally {
  await server?.stop()
  workspace.remove()
  rmSync(folder, { recursive: true, force: true })
}

/** Check that a proxy changes nothing that readers, webhooks and limits depend on. */
async function checkProxy(proxy: RunningProxy, direct: string): Promise<void> {
  const { send, close } = createClient(proxy.https)
  const encoded = { 'accept-encoding': 'br' }
  strictEqual(await statusOverHttp2(proxy.https, '/'), 200)
  const redirect = await fetch(proxy.http + article, { redirect: 'manual' })
  ok([301, 308].includes(redirect.status), `HTTP redirects: ${redirect.status}`)
  ok(redirect.headers.get('location')?.startsWith('https://localhost'))

  const page = await send(article, { headers: encoded })
  deepStrictEqual([page.status, page.headers['content-encoding']], [200, 'br'])
  strictEqual(brotliDecompressSync(page.body).toString(), await (await fetch(direct + article)).text())
  const etag = String(page.headers.etag)
  strictEqual((await send(article, { headers: { ...encoded, 'if-none-match': etag } })).status, 304)
  ok(!(await send(article)).headers['content-encoding'], 'a client that asks for no encoding gets none')
  for (const path of [
    '/feed.xml',
    '/card.png',
    '/theme.css',
    '/posts/none',
    '/sitemap.xml',
    '/api/health/ready',
  ])
    strictEqual((await send(path)).status, (await fetch(direct + path)).status, path)

  await checkWebhook(send)
  await checkAddress(send)
  close()
  console.log(`${proxy.name}: pages, conditions, encodings, webhooks and addresses are as without a proxy.`)
}

type Send = ReturnType<typeof createClient>['send']

async function checkWebhook(send: Send): Promise<void> {
  const body = JSON.stringify({
    ref: 'refs/heads/main',
    commits: [{ added: [], modified: ['content/posts/gamma-function.mdx'], removed: [] }],
  })
  const post = (signature: string, text = body, delivery = String(Math.random())) =>
    send('/api/revalidate', {
      method: 'POST',
      body: text,
      headers: {
        'content-type': 'application/json',
        'x-github-event': 'push',
        'x-github-delivery': delivery,
        'x-hub-signature-256': `sha256=${signature}`,
        'content-length': String(Buffer.byteLength(text)),
      },
    })
  const sign = (text: string) => createHmac('sha256', secret).update(text).digest('hex')
  const accepted = await post(sign(body))
  strictEqual(accepted.status, 200, accepted.body.toString())
  strictEqual((await post('0'.repeat(64))).status, 401)
  // A proxy may close the connection while the body arrives.
  const large = await post(sign('x'), 'x'.repeat(3 * 2 ** 20)).catch((error: NodeJS.ErrnoException) => error)
  const answer = 'status' in large ? large.status : large.code
  ok([413, 'ECONNRESET', 'EPIPE'].includes(answer ?? ''), `a body of 3 MB: ${answer}`)
}

/** Invented addresses must not escape the limit of searches. */
async function checkAddress(send: Send): Promise<void> {
  const statuses: number[] = []
  for (let sent = 0; sent < 90; sent++) {
    const headers = { 'x-forwarded-for': `198.51.100.${sent}` }
    statuses.push((await send('/api/search?q=x', { headers })).status)
  }
  ok(statuses.includes(429), `searches of one address are limited: ${statuses.join()}`)
  strictEqual((await send(article)).status, 200)
}

/** 10,000 requests while the server restarts: Caddy lets them wait. */
async function checkRestart(proxy: RunningProxy): Promise<void> {
  const { send, close } = createClient(proxy.https)
  const failed: string[] = []
  let next = 0
  let longest = 0
  const ask = async () => {
    while (next++ < 10_000) {
      const began = performance.now()
      const answer: Received | Error = await send(next % 2 ? article : '/').catch((error: Error) => error)
      if (!('status' in answer)) failed.push(answer.message)
      else if (answer.status !== 200) failed.push(String(answer.status))
      longest = Math.max(longest, performance.now() - began)
    }
  }
  const asking = Promise.all(Array.from({ length: 10 }, ask))
  await server?.stop()
  server = await workspace.serve('start')
  await asking
  close()
  deepStrictEqual(failed, [])
  console.log(
    `Caddy: 0 of 10,000 requests failed during a restart; the longest waited ${Math.round(longest)} ms.`,
  )
}
