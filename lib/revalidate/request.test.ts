import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Refusal, readRequest } from './request'
import { sign } from './secret'
import { tagsOfFile, tagsOfPath } from './tags-of'

const secret = "It's a Secret to Everybody"

beforeEach(() => vi.stubEnv('REVALIDATE_SECRET', secret))
afterEach(() => vi.unstubAllEnvs())

function ask(body: string, headers: Record<string, string>) {
  return readRequest(new Request('http://x/api/revalidate', { method: 'POST', body, headers }))
}

async function refusal(body: string, headers: Record<string, string>): Promise<[number, string]> {
  const error = await ask(body, headers).catch((error) => error)
  expect(error).toBeInstanceOf(Refusal)
  return [error.status, error.message]
}

const bearer = { authorization: `Bearer ${secret}` }
const webhook = (body: string, event = 'push') => ({
  'x-hub-signature-256': `sha256=${sign(body, secret)}`,
  'x-github-event': event,
  'x-github-delivery': '72d3162e',
})

test('a signature is GitHub’s (the example of its documentation)', () => {
  expect(sign('Hello, World!', secret)).toBe(
    '757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17',
  )
})

test('a push names the files it changed, each once', async () => {
  const body = JSON.stringify({
    commits: [
      { added: ['content/posts/a.mdx'], modified: [], removed: ['b'] },
      { added: [], modified: ['content/posts/a.mdx'], removed: [] },
    ],
  })
  expect(await ask(body, webhook(body))).toEqual({
    from: 'github',
    delivery: '72d3162e',
    event: 'push',
    files: ['content/posts/a.mdx', 'b'],
  })
})

test('a bearer names slugs and paths', async () => {
  expect(await ask('{"slugs":["摆线"],"paths":["/about"]}', bearer)).toEqual({
    from: 'bearer',
    slugs: ['摆线'],
    paths: ['/about'],
    tags: [],
  })
})

test('without a secret nothing is done', async () => {
  vi.stubEnv('REVALIDATE_SECRET', '')
  expect(await refusal('{"slugs":["a"]}', { authorization: 'Bearer ' })).toEqual([
    401,
    'REVALIDATE_SECRET is not set on this server: nothing is done.',
  ])
  expect((await refusal('{}', { 'x-hub-signature-256': `sha256=${sign('{}', '')}` }))[0]).toBe(401)
})

test.each([
  ['no secret', '{"slugs":["a"]}', {}, 401],
  ['a wrong secret', '{"slugs":["a"]}', { authorization: 'Bearer x' }, 401],
  ['a wrong signature', '{}', { ...webhook('{} '), ...{} }, 401],
  ['another algorithm', '{}', { 'x-hub-signature-256': `sha1=${sign('{}', secret)}` }, 401],
  ['no JSON', 'payload=%7B%7D', webhook('payload=%7B%7D'), 400],
  ['no delivery', '{}', { 'x-hub-signature-256': `sha256=${sign('{}', secret)}` }, 400],
  ['another event', '{}', webhook('{}', 'issues'), 422],
  ['a push without commits', '{}', webhook('{}'), 422],
  ['a list', '[]', bearer, 422],
  ['nothing named', '{"slugs":[]}', bearer, 422],
  ['numbers', '{"slugs":[1]}', bearer, 422],
  ['a name too long', JSON.stringify({ slugs: ['a'.repeat(251)] }), bearer, 422],
  ['too many names', JSON.stringify({ slugs: Array(1001).fill('a') }), bearer, 422],
  ['too long a body', 'x'.repeat(5 * 1024 * 1024 + 1), bearer, 413],
])('%s is refused', async (_, body, headers, status) => {
  expect((await refusal(body, headers as unknown as Record<string, string>))[0]).toBe(status)
})

test('a body that never says how long it is is read up to the limit', async () => {
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
  expect(sent).toBeLessThan(6 * 1024 * 1024)
})

test.each([
  ['content/posts/cycloid.mdx', ['post:brachistochrone', 'lists']],
  ['content/posts/new.mdx', ['post:new', 'lists']],
  ['content/posts/folder/index.mdx', ['post:folder', 'lists']],
  ['content/pages/about.mdx', ['content']],
  ['content/references.bib', ['content']],
  ['app/page.tsx', []],
])('%s concerns %j', (file, tags) => {
  const posts = [{ file: 'content/posts/cycloid.mdx', slug: 'brachistochrone' }]
  expect(tagsOfFile(file, { posts: posts as never })).toEqual(tags)
})

test.each([
  ['/posts/%E6%91%86%E7%BA%BF', ['post:摆线']],
  ['/about', ['page:about']],
  ['/', ['lists']],
  ['/tags/x', ['lists']],
])('%s is shown by %j', (path, tags) => expect(tagsOfPath(path)).toEqual(tags))
