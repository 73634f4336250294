import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { site } from '../site.config'
import { expect, test } from './test'
import { createWorkspace, freePort, type Served, type Workspace } from './workspace'

// Search engines and the hub are told what changed: here they are servers of ours, which fail first.
test.describe.configure({ mode: 'serial' })

const key = '0123456789abcdef-of-the-tests'
let workspace: Workspace
let server: Served
let environment: Record<string, string>
const engines: Record<'indexNow' | 'baidu' | 'hub', Engine> = {} as typeof engines

interface Engine {
  url: string
  /** What it took, and what it did not. */
  taken: string[]
  refused: string[]
  /** Statuses of the next answers; 200 where there is none. */
  answers: number[]
  server: Server
}

/** @param read the addresses that a request's body names */
async function startEngine(read: (body: string) => string[]): Promise<Engine> {
  const port = await freePort()
  const engine: Engine = {
    url: `http://127.0.0.1:${port}/`,
    taken: [],
    refused: [],
    answers: [],
    server: createServer(async (request, response) => {
      let body = ''
      for await (const chunk of request) body += chunk
      const status = engine.answers.shift() ?? 200
      engine[status === 200 ? 'taken' : 'refused'].push(...read(body))
      response.writeHead(status).end()
    }),
  }
  await new Promise<void>((resolve) => engine.server.listen(port, '127.0.0.1', resolve))
  return engine
}

const article = (title: string, more = '') =>
  `---\ntitle: ${title}\ndate: 2026-11-01\ntags: [通告]\n${more}---\n\n${title}的正文。\n`
const path = (slug: string) => join(workspace.root, `content/posts/${slug}.md`)
/** The feeds that show the articles of this test. */
const topics = ['', '/tags/%E9%80%9A%E5%91%8A', '/authors/shen-yan'].flatMap((list) =>
  ['feed.xml', 'atom.xml', 'feed.json', 'atom.xml?math=svg'].map((file) => `${site.url}${list}/${file}`),
)
const address = (slug: string) => `${site.url}/posts/${slug}`
const takes = (engine: Engine, ...urls: string[]) =>
  expect.poll(() => engine.taken, { timeout: 30_000 }).toEqual(expect.arrayContaining(urls))
const forget = () => {
  for (const engine of Object.values(engines)) Object.assign(engine, { taken: [], refused: [] })
}
const health = async () => (await (await fetch(`${server.url}/api/health`)).json()).publisher

test.beforeAll(async () => {
  test.setTimeout(300_000)
  engines.indexNow = await startEngine((body) => JSON.parse(body).urlList)
  engines.baidu = await startEngine((body) => body.split('\n'))
  engines.hub = await startEngine((body) => new URLSearchParams(body).getAll('hub.url'))
  workspace = createWorkspace()
  const config = join(workspace.root, 'site.config.ts')
  writeFileSync(
    config,
    readFileSync(config, 'utf8').replace("  url: '", `  websubHub: '${engines.hub.url}',\n  url: '`),
  )
  environment = {
    INDEXNOW_KEY: key,
    INDEXNOW_ENDPOINT: engines.indexNow.url,
    BAIDU_PUSH_TOKEN: 'token-of-the-tests',
    BAIDU_PUSH_ENDPOINT: engines.baidu.url,
  }
  server = await workspace.serve('start', environment)
})
test.afterAll(async () => {
  await server?.stop()
  workspace?.remove()
  for (const engine of Object.values(engines)) engine.server.close()
})

test('IndexNow finds its key at the root, and no other', async () => {
  const found = await fetch(`${server.url}/${key}.txt`)
  expect([found.status, await found.text()]).toEqual([200, key])
  expect((await fetch(`${server.url}/another-key.txt`)).status).toBe(404)
})

test('a feed names the hub, and the address it has there', async () => {
  const { headers } = await fetch(`${server.url}/tags/变分/atom.xml?page=1`)
  const self = `${site.url}${encodeURI('/tags/变分')}/atom.xml`
  expect(headers.get('link')).toBe(`<${engines.hub.url}>; rel="hub", <${self}>; rel="self"`)
})

test('what is published is told to all, again where they fail first; what was there already is not', async () => {
  test.setTimeout(90_000)
  await expect.poll(async () => (await health()).announcements, { timeout: 60_000 }).toBeDefined()
  for (const engine of Object.values(engines)) engine.answers = [503]
  writeFileSync(path('told'), article('通告一'))
  writeFileSync(path('hidden'), article('草稿', 'draft: true\n'))
  for (const engine of [engines.indexNow, engines.baidu]) {
    await expect.poll(() => engine.refused, { timeout: 30_000 }).toEqual([address('told')])
    await takes(engine, address('told'))
    expect(engine.taken, 'and nothing else').toEqual([address('told')])
  }
  await takes(engines.hub, ...topics)
  expect((await health()).announcements).toMatchObject({
    IndexNow: { waiting: 0, failures: 0 },
    Baidu: { waiting: 0, failures: 0 },
    'WebSub hub': { waiting: 0, failures: 0 },
  })
})

test('an edit is told, a save without one is not', async () => {
  forget()
  writeFileSync(path('told'), article('通告一'))
  writeFileSync(path('other'), article('通告二'))
  await takes(engines.indexNow, address('other'))
  expect(engines.indexNow.taken).not.toContain(address('told'))
  writeFileSync(path('told'), article('通告改'))
  await takes(engines.indexNow, address('told'))
  await takes(engines.baidu, address('told'))
})

test('a scheduled post is told at its instant, and not before', async () => {
  test.setTimeout(60_000)
  forget()
  const instant = Math.ceil(Date.now() / 1000) * 1000 + 8_000
  const date = new Date(instant).toISOString().replace('.000Z', 'Z')
  writeFileSync(path('scheduled'), `---\ntitle: 定时\ndate: ${date}\n---\n\n到点了。\n`)
  writeFileSync(path('now'), article('此刻'))
  await takes(engines.indexNow, address('now'))
  expect(Date.now(), 'it was looked at in time').toBeLessThan(instant)
  expect(engines.indexNow.taken).toEqual([address('now')])
  await takes(engines.indexNow, address('scheduled'))
  expect(Date.now()).toBeGreaterThanOrEqual(instant)
  expect((await fetch(`${server.url}/posts/scheduled`)).status, 'who comes then finds it').toBe(200)
  expect([...engines.indexNow.taken, ...engines.baidu.taken].join()).not.toContain('hidden')
})

test('a deleted post is told to IndexNow, whose crawlers find it gone', async () => {
  forget()
  rmSync(path('told'))
  await takes(engines.indexNow, address('told'))
  expect((await fetch(`${server.url}/posts/told`)).status).toBe(410)
  expect(engines.baidu.taken).toEqual([])
  await takes(engines.hub, ...topics)
})

test('what was not told when the server stopped is told when it is there again', async () => {
  test.setTimeout(180_000)
  forget()
  engines.indexNow.answers = Array(100).fill(500)
  mkdirSync(join(workspace.root, 'content/posts/late'))
  writeFileSync(join(workspace.root, 'content/posts/late/index.md'), article('迟到'))
  await expect.poll(() => engines.indexNow.refused, { timeout: 30_000 }).toEqual([address('late')])
  await server.stop()
  writeFileSync(path('night'), article('夜里写的'))
  engines.indexNow.answers = []
  server = await workspace.serve('start', environment)
  await takes(engines.indexNow, address('late'), address('night'))
  await takes(engines.baidu, address('night'))
})

test('where no publisher runs, npm run announce tells it', async () => {
  await server.stop()
  forget()
  writeFileSync(path('deployed'), article('部署'))
  expect(workspace.run('content').code).toBe(0)
  engines.baidu.answers = [503]
  await promisify(execFile)('npm', ['run', 'announce'], {
    cwd: workspace.root,
    env: { ...process.env, ...environment },
  })
  expect(engines.indexNow.taken).toEqual([address('deployed')])
  expect(engines.baidu.refused).toEqual([address('deployed')])
  expect(engines.baidu.taken).toEqual([address('deployed')])
})
