import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './test'
import { createWorkspace, freePort, type Served, type Workspace } from './workspace'

// Two instances of one site that share a Redis, and what becomes of them when it is slow, full, gone and back.
test.describe.configure({ mode: 'serial' })

const secret = 'a secret of the tests, and of nothing else'
const article = '/posts/basel-problem'
const file = 'content/posts/basel-problem.mdx'
let workspace: Workspace
let redis: ChildProcess
let port: number
let first: Served
let second: Served

/** Start Debian's redis-server, empty; resolves when it takes connections. */
async function startRedis(): Promise<ChildProcess> {
  const child = spawn('redis-server', ['--port', String(port), '--save', '', '--appendonly', 'no'])
  child.on('error', () => {
    throw new Error('redis-server is missing: npm test installs it on Debian; elsewhere install Redis.')
  })
  await new Promise<void>((resolve) =>
    child.stdout.on('data', (chunk) => String(chunk).includes('Ready to accept connections') && resolve()),
  )
  return child
}

function kill(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('close', () => resolve())
    child.kill('SIGKILL')
  })
}

/** How a page was had, and what it says. */
async function get(server: Served, address = article) {
  const response = await fetch(server.url + address)
  return {
    status: response.status,
    cache: response.headers.get('x-nextjs-cache'),
    etag: response.headers.get('etag'),
    text: await response.text(),
  }
}

async function revalidate(server: Served): Promise<void> {
  const response = await fetch(`${server.url}/api/revalidate`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}` },
    body: '{"slugs":["basel-problem"]}',
  })
  expect(response.status).toBe(200)
}

/** Ask Redis itself. @returns lines */
function ask(...command: string[]): string[] {
  return execFileSync('redis-cli', ['-p', String(port), ...command], { encoding: 'utf8' })
    .split('\n')
    .filter(Boolean)
}

/** Both are connected: what is revalidated at one is made anew at the other. */
async function areOne(): Promise<void> {
  await expect(async () => {
    await get(second)
    expect((await get(second)).cache).toBe('HIT')
    await revalidate(first)
    expect((await get(second)).cache).toBe('MISS')
  }).toPass({ timeout: 30_000 })
}

test.beforeAll(async () => {
  test.setTimeout(240_000)
  port = await freePort()
  redis = await startRedis()
  workspace = createWorkspace()
  const env = { REDIS_URL: `redis://127.0.0.1:${port}`, REVALIDATE_SECRET: secret }
  first = await workspace.serve('start', env)
  second = await workspace.serve('start', env)
})
test.afterAll(async () => {
  await first?.stop()
  await second?.stop()
  redis?.kill('SIGKILL')
  workspace?.remove()
})

test('what is revalidated at one instance is seen by the next request at the other', areOne)

test('a page rendered by one instance is served by the other', async () => {
  // A page that begins before the other has heard of the expiry is rendered by both, to be safe: then once more.
  await expect(async () => {
    await revalidate(first)
    for (const key of ask('keys', 'lemma:pages:*')) ask('del', key)
    const rendered = await get(first)
    expect(rendered.cache).toBe('MISS')
    await expect(async () => expect(ask('keys', `lemma:pages:*${article}`)).toHaveLength(1)).toPass()
    const shared = await get(second)
    expect(shared.cache).toBe('HIT')
    expect(shared.etag).toBe(rendered.etag)
  }).toPass({ timeout: 20_000 })
})

test('an edit is fresh at both', async () => {
  const path = join(workspace.root, file)
  const original = readFileSync(path, 'utf8')
  writeFileSync(path, `${original}\n两处都新。\n`)
  for (const server of [first, second])
    await expect(async () => expect((await get(server)).text).toContain('两处都新')).toPass()
})

for (const { name, fault, mend } of [
  {
    name: 'gone',
    fault: () => kill(redis),
    mend: async () => {
      redis = await startRedis()
    },
  },
  { name: 'slow', fault: () => redis.kill('SIGSTOP'), mend: () => redis.kill('SIGCONT') },
  {
    name: 'full',
    fault: () => ask('config', 'set', 'maxmemory', '1'),
    mend: () => ask('config', 'set', 'maxmemory', '0'),
  },
]) {
  test(`with Redis ${name}, pages are served and made fresh; afterwards all is one again`, async () => {
    test.setTimeout(120_000)
    await fault()
    const path = join(workspace.root, file)
    const original = readFileSync(path, 'utf8')
    writeFileSync(path, `${original}\n当Redis ${name}时。\n`)
    for (const server of [first, second]) {
      let slowest = 0
      for (const address of [article, '/', '/archive', '/posts/gamma-function', article]) {
        const began = performance.now()
        expect((await get(server, address)).status, address).toBe(200)
        slowest = Math.max(slowest, performance.now() - began)
      }
      // A hang, not a measurement: a page is rendered in a tenth of this.
      expect(slowest).toBeLessThan(2_000)
      await expect(async () => expect((await get(server)).text).toContain(`当Redis ${name}时`)).toPass()
    }
    await revalidate(first)
    expect((await get(first)).cache).toBe('MISS')
    await mend()
    await areOne()
  })
}

test('a publisher that falls while Redis is gone misses nothing', async () => {
  test.setTimeout(120_000)
  await kill(redis)
  const [pid] = execFileSync('pgrep', ['-f', `publisher/main.ts.*${new URL(second.url).port}`], {
    encoding: 'utf8',
  }).split('\n')
  process.kill(Number(pid), 'SIGKILL')
  const path = join(workspace.root, file)
  writeFileSync(path, `${readFileSync(path, 'utf8')}\n无人旁听时。\n`)
  // The first publishes before the second's publisher is back: what that one finds is no news to it.
  for (const server of [first, second])
    await expect(async () => expect((await get(server)).text).toContain('无人旁听时')).toPass()
  redis = await startRedis()
  await areOne()
})

test('both told of it in their logs', () => {
  for (const { output } of [first, second]) {
    expect(output()).toContain('Redis is away: this instance is on its own until it is back.')
    expect(output()).toContain('Redis is there: pages and expired tags are shared.')
    expect(output()).not.toContain('nhandled')
  }
})
