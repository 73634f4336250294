import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sign } from '../../http/secret'
import { Refusal, readRequest } from './request'
import { tagsOfPath } from './tags-of-path'

const secret = "It's a Secret to Everybody"

beforeEach(() => vi.stubEnv('REVALIDATE_SECRET', secret))
afterEach(() => vi.unstubAllEnvs())

function send(body: string, headers: Record<string, string>) {
  return readRequest(new Request('http://x/api/revalidate', { method: 'POST', body, headers }))
}

async function refusal(body: string, headers: Record<string, string>): Promise<[number, string]> {
  const error = await send(body, headers).catch((error) => error)
  expect(error).toBeInstanceOf(Refusal)
  return [error.status, error.message]
}

const bearer = { authorization: `Bearer ${secret}` }
const webhook = (body: string, event = 'push') => ({
  'x-hub-signature-256': `sha256=${sign(body, secret)}`,
  'x-github-event': event,
  'x-github-delivery': '72d3162e',
})

test('computes the signature of the example in GitHub’s documentation', () => {
  expect(sign('Hello, World!', secret)).toBe(
    '757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17',
  )
})

test('reads a signed push', async () => {
  const body = JSON.stringify({
    commits: [
      { added: ['content/posts/a.mdx'], modified: [], removed: ['b'] },
      { added: [], modified: ['content/posts/a.mdx'], removed: [] },
    ],
  })
  expect(await send(body, webhook(body))).toEqual({
    from: 'webhook',
    delivery: '72d3162e',
    event: 'push',
  })
})

test('reads the slugs and paths of a request with a bearer token', async () => {
  expect(await send('{"slugs":["摆线"],"paths":["/about"]}', bearer)).toEqual({
    from: 'bearer',
    slugs: ['摆线'],
    paths: ['/about'],
    tags: [],
  })
})

test('refuses every request without REVALIDATE_SECRET', async () => {
  vi.stubEnv('REVALIDATE_SECRET', '')
  expect(await refusal('{"slugs":["a"]}', { authorization: 'Bearer ' })).toEqual([
    401,
    'REVALIDATE_SECRET is not set on this server: the request is refused.',
  ])
  expect((await refusal('{}', { 'x-hub-signature-256': `sha256=${sign('{}', '')}` }))[0]).toBe(401)
})

test('refuses every request if REVALIDATE_SECRET is too short, and says how to make one', async () => {
  vi.stubEnv('REVALIDATE_SECRET', '12345')
  expect(await refusal('{"slugs":["a"]}', { authorization: 'Bearer 12345' })).toEqual([
    401,
    'REVALIDATE_SECRET has fewer than 16 characters (create one: openssl rand -hex 32) on this server: the request is refused.',
  ])
})

test.each([
  ['no secret', '{"slugs":["a"]}', {}, 401],
  ['a wrong secret', '{"slugs":["a"]}', { authorization: 'Bearer x' }, 401],
  ['a wrong signature', '{}', { ...webhook('{} '), ...{} }, 401],
  ['another algorithm', '{}', { 'x-hub-signature-256': `sha1=${sign('{}', secret)}` }, 401],
  ['a signature without its algorithm', '{}', { 'x-hub-signature-256': sign('{}', secret) }, 401],
  ['a signature that is not hexadecimal', '{}', { 'x-hub-signature-256': 'sha256=x' }, 401],
  ['a signed empty body', '', webhook(''), 401],
  ['no JSON', 'payload=%7B%7D', webhook('payload=%7B%7D'), 400],
  ['a webhook without a delivery', '{}', { 'x-hub-signature-256': `sha256=${sign('{}', secret)}` }, 400],
  ['another event', '{}', webhook('{}', 'issues'), 422],
  ['a push without commits', '{}', webhook('{}'), 422],
  ['an array', '[]', bearer, 422],
  ['a path of a file', '{"paths":["content/posts/a.md"]}', bearer, 422],
  ['no names', '{"slugs":[]}', bearer, 422],
  ['numbers', '{"slugs":[1]}', bearer, 422],
  ['a name too long', JSON.stringify({ slugs: ['a'.repeat(251)] }), bearer, 422],
  ['too many names', JSON.stringify({ slugs: Array(1001).fill('a') }), bearer, 422],
  ['a body over 2 MB', 'x'.repeat(2 * 1024 * 1024 + 1), bearer, 413],
])('refuses %s', async (_, body, headers, status) => {
  expect((await refusal(body, headers as unknown as Record<string, string>))[0]).toBe(status)
})

test('reads a body of unknown length up to the limit', async () => {
  let sent = 0
  const endless = new ReadableStream({
    pull(controller) {
      sent += 64 * 1024
      controller.enqueue(new Uint8Array(64 * 1024))
    },
  })
  const request = new Request('http://x/', {
    method: 'POST',
    body: endless,
    headers: bearer,
    duplex: 'half',
  } as RequestInit)
  await expect(readRequest(request)).rejects.toThrow('longer than')
  expect(sent).toBeLessThan(3 * 1024 * 1024)
})

test.each([
  ['/posts/%E6%91%86%E7%BA%BF', ['post:摆线']],
  ['/about', ['page:about']],
  ['/', ['lists']],
  ['/tags/x', ['lists']],
])('the page at %s has the tags %j', (path, tags) => expect(tagsOfPath(path)).toEqual(tags))

const push = '{"commits":[]}'
const hmac = (text: string, encoding: 'hex' | 'base64') =>
  createHmac('sha256', secret).update(text).digest(encoding)
const now = String(Date.now())

test.each<[string, Record<string, string>]>([
  [
    'Gitea, which also sends the headers of GitHub',
    {
      'x-gitea-signature': hmac(push, 'hex'),
      'x-gitea-event': 'push',
      'x-gitea-delivery': '1',
      'x-hub-signature-256': 'sha256=0',
      'x-github-event': 'push',
      'x-github-delivery': '1',
    },
  ],
  ['GitLab', { 'x-gitlab-token': secret, 'x-gitlab-event': 'Push Hook', 'x-gitlab-event-uuid': '1' }],
  [
    'Gitee with a password',
    { 'x-gitee-token': secret, 'x-gitee-event': 'Push Hook', 'x-gitee-timestamp': '1' },
  ],
  [
    'Gitee with a signature',
    {
      'x-gitee-token': encodeURIComponent(hmac(`${now}\n${secret}`, 'base64')),
      'x-gitee-event': 'Push Hook',
      'x-gitee-timestamp': now,
    },
  ],
])('reads a push of %s', async (_, headers) => {
  expect(await send(push, headers)).toMatchObject({ from: 'webhook', event: 'push' })
})

test.each<[string, Record<string, string>]>([
  [
    'Gitea',
    { 'x-gitea-signature': hmac(`${push} `, 'hex'), 'x-gitea-event': 'push', 'x-gitea-delivery': '1' },
  ],
  ['GitLab', { 'x-gitlab-token': 'x', 'x-gitlab-event': 'Push Hook', 'x-gitlab-event-uuid': '1' }],
  [
    'Gitee, signed too long ago',
    {
      'x-gitee-token': hmac(`1700000000000\n${secret}`, 'base64'),
      'x-gitee-event': 'Push Hook',
      'x-gitee-timestamp': '1700000000000',
    },
  ],
])('refuses a forged push of %s', async (_, headers) => {
  expect((await refusal(push, headers))[0]).toBe(401)
})

test('reads four bodies at a time', async () => {
  const endless = () =>
    readRequest(
      new Request('http://x/', {
        method: 'POST',
        body: new ReadableStream({ pull: () => new Promise(() => {}) }),
        headers: bearer,
        duplex: 'half',
      } as RequestInit),
    )
  vi.useFakeTimers()
  const first = Array.from({ length: 4 }, () => endless().catch((error: Refusal) => error.status))
  expect((await refusal('{"slugs":["a"]}', bearer))[0]).toBe(429)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await Promise.all(first)).toEqual([408, 408, 408, 408])
  vi.useRealTimers()
  expect(await send('{"slugs":["a"]}', bearer)).toMatchObject({ from: 'bearer' })
})
