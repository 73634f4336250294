import { connect } from 'node:net'
import { expect, test } from '@playwright/test'
import { routes } from '../../lib/site/routes.mjs'
import { createWorkspace, type Served, type Workspace } from '../support/workspace'

// Requests that no browser sends get a response with a status of their own, and no more than one short line in the log.
test.describe.configure({ mode: 'serial' })

let workspace: Workspace
let server: Served
let port: number

test.beforeAll(async () => {
  test.setTimeout(120_000)
  workspace = createWorkspace({ isBuilt: true })
  server = await workspace.serve('start')
  port = Number(new URL(server.url).port)
})
test.afterAll(async () => {
  await server?.stop()
  workspace.remove()
})

/** Send the bytes of a request. @returns the status of the response; 0 if the connection was closed without one */
function send(bytes: string | Buffer): Promise<number> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let text = ''
    socket.setTimeout(20_000, () => socket.destroy())
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
      if (text.includes('\r\n\r\n')) socket.destroy()
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0)))
    socket.write(bytes)
  })
}

const request = (line: string, headers: readonly string[] = [], body = '') =>
  [`${line} HTTP/1.1`, 'Host: localhost', ...headers, 'Connection: close', '', body].join('\r\n')

/** Send all, a few at a time. */
async function sendAll(requests: readonly string[]): Promise<Map<number, string[]>> {
  const byStatus = new Map<number, string[]>()
  const queue = [...requests]
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      for (let bytes = queue.pop(); bytes !== undefined; bytes = queue.pop()) {
        const status = await send(bytes)
        byStatus.set(status, [...(byStatus.get(status) ?? []), bytes.slice(0, 120)])
      }
    }),
  )
  return byStatus
}

const serverErrors = (byStatus: Map<number, string[]>) => [...byStatus].filter(([status]) => status >= 500)

test('5,000 malformed requests cause no server error, and no stack in the log @slow', async () => {
  test.setTimeout(300_000)
  const before = server.output().length
  const paths = routes.map(({ pattern }) => pattern.replace(/:(\w+)(\([^)]*\))?/g, 'x'))
  const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'REPORT']
  const headers = [
    [],
    ['Content-Type: multipart/form-data', 'Content-Length: 3'],
    ['Next-Action: 0123456789abcdef0123456789abcdef01234567', 'Content-Length: 3'],
    ['Accept-Encoding: br;q=x, *;q=,', 'If-None-Match: "', 'Range: bytes=9-1,x', 'Accept: ,;q='],
    ['RSC: 1', 'Next-Router-State-Tree: %5B', 'Next-Router-Prefetch: x', 'Next-Url: //evil'],
    ['Cookie: __prerender_bypass=x; lemma-preview=%E0', 'X-Forwarded-Host: evil', 'X-Forwarded-Proto: x'],
  ]
  const endings = [
    '',
    '?',
    '?q=%E0%A4',
    '?page=-1&of=%00',
    '/',
    '//',
    '/%2e%2e/%2e%2e/etc/passwd',
    '%00',
    '/x/y/z',
    ';a=b',
  ]
  const all = paths.flatMap((path) =>
    methods.flatMap((method) => endings.map((ending) => `${method} ${path}${ending}`)),
  )
  const step = Math.max(1, Math.floor((all.length * headers.length) / 5000))
  const requests = all
    .flatMap((line) =>
      headers.map((list) => request(line, list, list.some((h) => h.includes('Length')) ? 'abc' : '')),
    )
    .filter((_, index) => index % step === 0)
  expect(requests.length).toBeGreaterThan(4_900)
  const byStatus = await sendAll(requests)
  expect(serverErrors(byStatus).map(([status, list]) => [status, list.length, ...list.slice(0, 10)])).toEqual(
    [],
  )
  const log = server.output().slice(before)
  expect(log).not.toMatch(/^\s+at /m)
})
