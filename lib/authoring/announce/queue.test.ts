import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openQueue } from './queue'
import type { Receiver } from './receivers'

let folder: string
let server: Server
/** Bodies of the received requests, and the responses to the next ones. */
let received: string[]
let responses: { status: number; headers?: Record<string, string>; body?: string }[]
let receiver: Receiver

beforeEach(async () => {
  // The clock is fake, the network is real.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-26T12:00:00Z') })
  vi.spyOn(console, 'log').mockImplementation(() => {})
  vi.spyOn(console, 'error').mockImplementation(() => {})
  folder = mkdtempSync(join(tmpdir(), 'lemma-queue-'))
  received = []
  responses = []
  server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    received.push(body)
    const { status, headers, body: text = '' } = responses.shift() ?? { status: 200 }
    response.writeHead(status, headers).end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  receiver = {
    name: 'Engine',
    maxUrls: 2,
    select: ({ changed }) => changed,
    request: (urls) => new Request(`http://127.0.0.1:${port}/`, { method: 'POST', body: urls.join(' ') }),
  }
})
afterEach(async () => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
  if (server.listening) await new Promise((resolve) => server.close(resolve))
})

const open = () => openQueue(join(folder, 'queue.json'), [receiver])
const later = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds)

test('sends requests of limited size, each URL once', async () => {
  const queue = open()
  queue.add({}, new Map([[receiver, ['a', 'b', 'c']]]))
  queue.add({}, new Map([[receiver, ['a']]]))
  await queue.send()
  expect(received).toEqual(['a b', 'c'])
  expect(queue.due()).toBeUndefined()
  await queue.send()
  expect(received).toHaveLength(2)
})

test('retries a failing receiver with increasing delays until it accepts the queue', async () => {
  const queue = open()
  responses = [{ status: 503, body: 'busy' }, { status: 500 }]
  queue.add({}, new Map([[receiver, ['a', 'b', 'c']]]))
  await queue.send()
  expect(received, 'the rest is not tried').toEqual(['a b'])
  expect(queue.status()).toEqual({ Engine: { waiting: 3, failures: 1, error: '503 busy' } })
  expect(queue.due()).toBe(Date.now() + 5_000)
  await queue.send()
  expect(received, 'no request before the delay').toHaveLength(1)
  later(5_000)
  await queue.send()
  expect(queue.due()).toBe(Date.now() + 10_000)
  later(10_000)
  await queue.send()
  expect(received.slice(2)).toEqual(['a b', 'c'])
  expect(queue.status()).toEqual({ Engine: { waiting: 0, failures: 0 } })
})

test('keeps the queue across a restart, and while a receiver is unreachable', async () => {
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  const queue = open()
  queue.add({ '/a': { body: 'b', content: 'c', lists: [] } }, new Map([[receiver, ['a']]]))
  await queue.send()
  expect(queue.status().Engine).toMatchObject({
    waiting: 1,
    failures: 1,
    error: expect.stringContaining('ECONNREFUSED'),
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  later(5_000)
  const restarted = open()
  expect(restarted.announced()).toEqual({ '/a': { body: 'b', content: 'c', lists: [] } })
  await restarted.send()
  expect(received).toEqual(['a'])
  expect(open().due()).toBeUndefined()
})

test('respects Retry-After up to six hours', async () => {
  for (const [seconds, pause] of [
    ['120', 120_000],
    ['999999', 6 * 3_600_000],
    ['soon', 5_000],
  ] as const) {
    rmSync(join(folder, 'queue.json'), { force: true })
    const queue = open()
    responses = [{ status: 429, headers: { 'retry-after': seconds } }]
    queue.add({}, new Map([[receiver, ['a']]]))
    await queue.send()
    expect(queue.due(), seconds).toBe(Date.now() + pause)
  }
})

test('discards the queue after 30 days of failures, and announces later changes', async () => {
  const queue = open()
  const began = Date.now()
  queue.add({}, new Map([[receiver, ['a']]]))
  for (let due = queue.due(); due !== undefined; due = queue.due()) {
    responses = [{ status: 403 }]
    vi.setSystemTime(Math.max(due, Date.now()))
    await queue.send()
  }
  expect((Date.now() - began) / (24 * 3_600_000)).toBeCloseTo(30, 0)
  expect(received.length, 'four requests a day').toBeLessThan(150)
  expect(queue.status()).toMatchObject({ Engine: { waiting: 0, failures: 0 } })
  queue.add({}, new Map([[receiver, ['b']]]))
  await queue.send()
  expect(received.at(-1)).toBe('b')
})

test('sends a URL again if it is queued while it is sent', async () => {
  const queue = open()
  queue.add({}, new Map([[receiver, ['a']]]))
  server.once('request', () => queue.add({}, new Map([[receiver, ['a']]])))
  await queue.send()
  expect(received).toEqual(['a', 'a'])
})

test('a damaged file loses the queue and nothing else', async () => {
  writeFileSync(join(folder, 'queue.json'), '{"wai')
  const queue = open()
  expect(queue.announced()).toBeUndefined()
  queue.add({}, new Map([[receiver, ['a']]]))
  await queue.send()
  expect(received).toEqual(['a'])
})

test('a receiver that fails for a week then receives everything, each URL once', async () => {
  const queue = open()
  const end = Date.now() + 7 * 24 * 3_600_000
  for (let day = 0; Date.now() < end; day++) {
    queue.add({}, new Map([[receiver, ['a', `of day ${day}`]]]))
    responses = [{ status: 500 }]
    later(24 * 3_600_000)
    await queue.send()
  }
  received = []
  later(24 * 3_600_000)
  await open().send()
  expect(
    received
      .join(' ')
      .match(/of day \d|a\b/g)
      ?.sort(),
  ).toEqual(['a', ...Array.from({ length: 7 }, (_, day) => `of day ${day}`)])
})

test('keeps the newest 100,000 URLs', () => {
  const queue = open()
  const list = (name: string, length: number) => Array.from({ length }, (_, i) => `${name}${i}`)
  queue.add({}, new Map([[receiver, ['oldest']]]))
  queue.add({}, new Map([[receiver, list('old', 60_000)]]))
  queue.add({}, new Map([[receiver, list('new', 60_000)]]))
  expect(queue.status()).toMatchObject({ Engine: { waiting: 100_000 } })
  const { waiting } = JSON.parse(readFileSync(join(folder, 'queue.json'), 'utf8'))
  expect(waiting.Engine.urls).toHaveProperty('new59999')
  expect(waiting.Engine.urls).not.toHaveProperty('oldest')
})
