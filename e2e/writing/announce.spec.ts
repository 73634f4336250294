import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { site } from '../support/site'
import { createWorkspace, freePort, type Served, type Workspace } from '../support/workspace'

// Announces changes to search receivers and the WebSub hub, which are test servers that fail at first.
test.describe.configure({ mode: 'serial', timeout: 180_000 })

const key = '0123456789abcdef-of-the-tests'
let workspace: Workspace
let server: Served
let environment: Record<string, string>
const receivers: Record<'indexNow' | 'baidu' | 'hub', TestReceiver> = {} as typeof receivers

interface TestReceiver {
  url: string
  /** URLs of accepted and of refused requests. */
  accepted: string[]
  refused: string[]
  /** When each URL was accepted last. */
  times: Map<string, number>
  /** Statuses of the next responses; then 200. */
  answers: number[]
  server: Server
}

/** @param read returns the URLs in the body of a request */
async function startReceiver(read: (body: string) => string[]): Promise<TestReceiver> {
  const port = await freePort()
  const receiver: TestReceiver = {
    url: `http://127.0.0.1:${port}/`,
    accepted: [],
    refused: [],
    times: new Map(),
    answers: [],
    server: createServer(async (request, response) => {
      let body = ''
      for await (const chunk of request) body += chunk
      const status = receiver.answers.shift() ?? 200
      const urls = read(body)
      receiver[status === 200 ? 'accepted' : 'refused'].push(...urls)
      if (status === 200) for (const url of urls) receiver.times.set(url, Date.now())
      response.writeHead(status).end()
    }),
  }
  await new Promise<void>((resolve) => receiver.server.listen(port, '127.0.0.1', resolve))
  return receiver
}

const article = (title: string, more = '') =>
  `---\ntitle: ${title}\ndate: 2026-11-01\ntags: [通告]\n${more}---\n\n${title}的正文。\n`
const path = (slug: string) => join(workspace.root, `content/posts/${slug}.md`)
/** The feeds that contain the articles of this test. */
const topics = ['', '/tags/%E9%80%9A%E5%91%8A', '/authors/shen-yan'].flatMap((list) =>
  ['feed.xml', 'atom.xml', 'feed.json', 'atom.xml?math=svg'].map((file) => `${site.url}${list}/${file}`),
)
const address = (slug: string) => `${site.url}/posts/${slug}`
const receives = (receiver: TestReceiver, ...urls: string[]) =>
  expect.poll(() => receiver.accepted, { timeout: 30_000 }).toEqual(expect.arrayContaining(urls))
const clearReceived = () => {
  for (const receiver of Object.values(receivers)) Object.assign(receiver, { accepted: [], refused: [] })
}
const health = async () => (await (await fetch(`${server.url}/api/health`)).json()).publisher

test.beforeAll(async () => {
  test.setTimeout(300_000)
  receivers.indexNow = await startReceiver((body) => JSON.parse(body).urlList)
  receivers.baidu = await startReceiver((body) => body.split('\n'))
  receivers.hub = await startReceiver((body) => new URLSearchParams(body).getAll('hub.url'))
  workspace = createWorkspace({ isBuilt: true })
  const config = join(workspace.root, 'site.config.ts')
  writeFileSync(
    config,
    readFileSync(config, 'utf8').replace("  url: '", `  websubHub: '${receivers.hub.url}',\n  url: '`),
  )
  environment = {
    INDEXNOW_KEY: key,
    INDEXNOW_ENDPOINT: receivers.indexNow.url,
    BAIDU_PUSH_TOKEN: 'token-of-the-tests',
    BAIDU_PUSH_ENDPOINT: receivers.baidu.url,
  }
  server = await workspace.serve('start', environment)
})
test.afterAll(async () => {
  await server?.stop()
  workspace?.remove()
  for (const receiver of Object.values(receivers)) receiver.server.close()
})

test('serves the key of IndexNow, and no other', async () => {
  const found = await fetch(`${server.url}/${key}.txt`)
  expect([found.status, await found.text()]).toEqual([200, key])
  expect((await fetch(`${server.url}/another-key.txt`)).status).toBe(404)
})

test('a feed contains the URL of the hub and its own', async () => {
  const { headers } = await fetch(`${server.url}/tags/变分/atom.xml?page=1`)
  const self = `${site.url}${encodeURI('/tags/变分')}/atom.xml`
  expect(headers.get('link')).toBe(`<${receivers.hub.url}>; rel="hub", <${self}>; rel="self"`)
})

test('announces a new article to all receivers, retries failures, and does not announce existing articles', async () => {
  await expect.poll(async () => (await health()).announcements, { timeout: 60_000 }).toBeDefined()
  for (const receiver of Object.values(receivers)) receiver.answers = [503]
  writeFileSync(path('announced'), article('通告一'))
  writeFileSync(path('hidden'), article('草稿', 'draft: true\n'))
  for (const receiver of [receivers.indexNow, receivers.baidu]) {
    await expect.poll(() => receiver.refused, { timeout: 30_000 }).toEqual([address('announced')])
    await receives(receiver, address('announced'))
    expect(receiver.accepted, 'and no other URL').toEqual([address('announced')])
  }
  await receives(receivers.hub, ...topics)
  expect((await health()).announcements).toMatchObject({
    IndexNow: { waiting: 0, failures: 0 },
    Baidu: { waiting: 0, failures: 0 },
    'WebSub hub': { waiting: 0, failures: 0 },
  })
})

test('announces an edit, but not a save without changes', async () => {
  clearReceived()
  writeFileSync(path('announced'), article('通告一'))
  writeFileSync(path('other'), article('通告二'))
  await receives(receivers.indexNow, address('other'))
  expect(receivers.indexNow.accepted).not.toContain(address('announced'))
  writeFileSync(path('announced'), article('通告改'))
  await receives(receivers.indexNow, address('announced'))
  await receives(receivers.baidu, address('announced'))
})

test('announces a scheduled post at its instant, and not before', async () => {
  clearReceived()
  const instant = Math.ceil(Date.now() / 1000) * 1000 + 4_000
  const date = new Date(instant).toISOString().replace('.000Z', 'Z')
  writeFileSync(path('scheduled'), `---\ntitle: 定时\ndate: ${date}\n---\n\n到点了。\n`)
  writeFileSync(path('now'), article('此刻'))
  await receives(receivers.indexNow, address('now'), address('scheduled'))
  // By the time of the request, so that a busy machine does not fail the test.
  expect(receivers.indexNow.times.get(address('scheduled'))).toBeGreaterThanOrEqual(instant)
  await receives(receivers.baidu, address('now'))
  expect((await fetch(`${server.url}/posts/scheduled`)).status, 'it is readable by then').toBe(200)
  expect([...receivers.indexNow.accepted, ...receivers.baidu.accepted].join()).not.toContain('hidden')
})

test('announces a deleted post to IndexNow', async () => {
  clearReceived()
  rmSync(path('announced'))
  await receives(receivers.indexNow, address('announced'))
  expect((await fetch(`${server.url}/posts/announced`)).status).toBe(410)
  expect(receivers.baidu.accepted).toEqual([])
  await receives(receivers.hub, ...topics)
})

test('announces after a restart what was pending when the server stopped', async () => {
  clearReceived()
  receivers.indexNow.answers = Array(100).fill(500)
  mkdirSync(join(workspace.root, 'content/posts/pending'))
  writeFileSync(join(workspace.root, 'content/posts/pending/index.md'), article('迟到'))
  await expect.poll(() => receivers.indexNow.refused, { timeout: 30_000 }).toEqual([address('pending')])
  await server.stop()
  writeFileSync(path('night'), article('夜里写的'))
  receivers.indexNow.answers = []
  server = await workspace.serve('start', environment)
  await receives(receivers.indexNow, address('pending'), address('night'))
  await receives(receivers.baidu, address('night'))
})

test('npm run announce announces changes if no publisher runs', async () => {
  await server.stop()
  clearReceived()
  writeFileSync(path('deployed'), article('部署'))
  expect(workspace.run('content').code).toBe(0)
  receivers.baidu.answers = [503]
  await promisify(execFile)('npm', ['run', 'announce'], {
    cwd: workspace.root,
    env: { ...process.env, ...environment },
  })
  expect(receivers.indexNow.accepted).toEqual([address('deployed')])
  expect(receivers.baidu.refused).toEqual([address('deployed')])
  expect(receivers.baidu.accepted).toEqual([address('deployed')])
})
