import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { createWorkspace, freePort, type Served, type Workspace } from '../support/workspace'

// Two instances of a site that share a Redis, which becomes slow, full, unavailable and available again.
test.describe.configure({ mode: 'serial' })

const secret = 'a secret of the tests, and of nothing else'
const article = '/posts/basel-problem'
const file = 'content/posts/basel-problem.mdx'
let workspace: Workspace
let redis: ChildProcess
let port: number
let first: Served
let second: Served

/** Start an empty redis-server; resolves when it accepts connections. */
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

/** Cache status and text of a page. */
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

/** Run a Redis command. @returns lines */
function redisCli(...command: string[]): string[] {
  return execFileSync('redis-cli', ['-p', String(port), ...command], { encoding: 'utf8' })
    .split('\n')
    .filter(Boolean)
}

/** Wait until both are connected: a revalidation at one instance renders the page again at the other. */
async function waitUntilConnected(): Promise<void> {
  await expect(async () => {
    await get(second)
    expect((await get(second)).cache).toBe('HIT')
    await revalidate(first)
    expect((await get(second)).cache).toBe('MISS')
  }).toPass({ intervals: [100], timeout: 30_000 })
}

test.beforeAll(async () => {
  test.setTimeout(240_000)
  port = await freePort()
  redis = await startRedis()
  workspace = createWorkspace({ isBuilt: true })
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

test('a revalidation on one instance affects the next request to the other', waitUntilConnected)

test('a page rendered by one instance is served by the other', async () => {
  // If rendering starts before the other instance has received the expiry, both render the page: try again.
  await expect(async () => {
    await revalidate(first)
    for (const key of redisCli('keys', 'lemma:pages:*')) redisCli('del', key)
    const rendered = await get(first)
    expect(rendered.cache).toBe('MISS')
    await expect(async () => expect(redisCli('keys', `lemma:pages:*${article}`)).toHaveLength(1)).toPass()
    const shared = await get(second)
    expect(shared.cache).toBe('HIT')
    expect(shared.etag).toBe((await get(first)).etag)
  }).toPass({ timeout: 20_000 })
})

test('an edit is live on both instances', async () => {
  const path = join(workspace.root, file)
  const original = readFileSync(path, 'utf8')
  writeFileSync(path, `${original}\n两处都新。\n`)
  for (const server of [first, second])
    await expect(async () => expect((await get(server)).text).toContain('两处都新')).toPass()
})

for (const { name, startFault, endFault } of [
  {
    name: 'stopped',
    startFault: () => kill(redis),
    endFault: async () => {
      redis = await startRedis()
    },
  },
  { name: 'slow', startFault: () => redis.kill('SIGSTOP'), endFault: () => redis.kill('SIGCONT') },
  {
    name: 'full',
    startFault: () => redisCli('config', 'set', 'maxmemory', '1'),
    endFault: () => redisCli('config', 'set', 'maxmemory', '0'),
  },
]) {
  test(`with Redis ${name}, pages are served and updated, and afterwards shared again`, async () => {
    test.setTimeout(120_000)
    await startFault()
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
      // In the report, because a busy machine must not fail the test. A request that hangs runs into its timeout.
      test.info().annotations.push({ type: 'slowest response', description: `${Math.round(slowest)} ms` })
      await expect(async () => expect((await get(server)).text).toContain(`当Redis ${name}时`)).toPass()
    }
    await revalidate(first)
    expect((await get(first)).cache).toBe('MISS')
    await endFault()
    await waitUntilConnected()
  })
}

test('an edit is live on both instances if a publisher crashes while Redis is unavailable', async () => {
  test.setTimeout(120_000)
  await kill(redis)
  const [pid] = execFileSync('pgrep', ['-f', `programs/publisher.mjs.*${new URL(second.url).port}`], {
    encoding: 'utf8',
  }).split('\n')
  process.kill(Number(pid), 'SIGKILL')
  const path = join(workspace.root, file)
  writeFileSync(path, `${readFileSync(path, 'utf8')}\n无人旁听时。\n`)
  // The first instance publishes before the second publisher restarts, which then finds no changes.
  for (const server of [first, second])
    await expect(async () => expect((await get(server)).text).toContain('无人旁听时')).toPass()
  redis = await startRedis()
  await waitUntilConnected()
})

test('both instances log when Redis becomes unavailable and available', () => {
  for (const { output } of [first, second]) {
    expect(output()).toContain('; serving without shared cache, reconnecting.')
    expect(output()).toContain('Redis connected; sharing pages and expired tags.')
    expect(output()).not.toContain('nhandled')
  }
})
