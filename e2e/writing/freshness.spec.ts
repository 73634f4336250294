import { execFileSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { subscribe } from '../support/newsboat'
import { site } from '../support/site'
import { surfaces } from '../support/surfaces'
import { createWorkspace, type Served, type Workspace } from '../support/workspace'

// The next reader sees what an author publishes on a running server.
test.describe.configure({ mode: 'serial', timeout: 120_000 })

const secret = 'a secret of the tests, and of nothing else'
let workspace: Workspace
let server: Served

const path = (file: string) => join(workspace.root, 'content', file)
const read = (file: string) => readFileSync(path(file), 'utf8')
const write = (file: string, text: string) => writeFileSync(path(file), text)
const article = (title: string, body: string, more = '') =>
  `---\ntitle: ${title}\ndate: 2026-11-01\ntags: [新鲜]\ncategory: 试验\n${more}---\n\n${body}\n`

async function get(address: string): Promise<{ status: number; text: string; headers: Headers }> {
  const response = await fetch(server.url + address, { redirect: 'manual' })
  return { status: response.status, text: await response.text(), headers: response.headers }
}

/** Wait until the page shows the expected texts. */
async function shows(address: string, ...expected: string[]): Promise<void> {
  await expect(async () => {
    const { text } = await get(address)
    for (const part of expected) expect(text, address).toContain(part)
  }).toPass({ intervals: [20], timeout: 30_000 })
}

/** Wait until the page no longer contains the text. */
async function lacks(address: string, text: string): Promise<void> {
  await expect(async () => expect((await get(address)).text, address).not.toContain(text)).toPass()
}

async function answers(address: string, status: number): Promise<void> {
  await expect(async () => expect((await get(address)).status).toBe(status)).toPass({
    intervals: [20],
    timeout: 30_000,
  })
}

async function health() {
  return JSON.parse((await get('/api/health')).text)
}

function revalidate(body: string, headers: Record<string, string>): Promise<Response> {
  return fetch(`${server.url}/api/revalidate`, { method: 'POST', body, headers })
}

function webhook(body: string, delivery: string, key = secret): Promise<Response> {
  return revalidate(body, {
    'x-github-event': 'push',
    'x-github-delivery': delivery,
    'x-hub-signature-256': `sha256=${createHmac('sha256', key).update(body).digest('hex')}`,
  })
}

/** Folder of the repository to which the author pushes, and of the author's clone. */
let repositories: string

function git(folder: string, ...args: string[]): string {
  const identity = ['-c', 'user.name=Author', '-c', 'user.email=author@lemma.example']
  return execFileSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' })
}

test.beforeAll(async () => {
  test.setTimeout(240_000)
  workspace = createWorkspace({ isBuilt: true })
  repositories = mkdtempSync(join(tmpdir(), 'lemma-repositories-'))
  git(workspace.root, 'init', '--quiet', '--initial-branch', 'main')
  git(workspace.root, 'add', '--all')
  git(workspace.root, 'commit', '--quiet', '--message', 'The site')
  git(repositories, 'clone', '--quiet', '--bare', workspace.root, 'origin.git')
  git(repositories, 'clone', '--quiet', 'origin.git', 'author')
  git(workspace.root, 'remote', 'add', 'origin', join(repositories, 'origin.git'))
  git(workspace.root, 'fetch', '--quiet')
  git(workspace.root, 'branch', '--set-upstream-to', 'origin/main')
  server = await workspace.serve('start', { REVALIDATE_SECRET: secret, REVALIDATE_PULL: '1' })
})
test.afterAll(async () => {
  await server?.stop()
  workspace.remove()
  rmSync(repositories, { recursive: true, force: true })
})

test('a push is live when its webhook gets its response', async () => {
  const author = join(repositories, 'author')
  await get('/posts/pushed')
  writeFileSync(join(author, 'content/posts/pushed.md'), article('推上来的', '由作者的机器。'))
  git(author, 'add', '--all')
  git(author, 'commit', '--quiet', '--message', 'A post')
  git(author, 'push', '--quiet')
  const body = JSON.stringify({
    commits: [{ added: ['content/posts/pushed.md'], modified: [], removed: [] }],
  })
  const response = await webhook(body, 'push')
  expect(await response.json()).toMatchObject({
    refreshed: expect.arrayContaining(['post:pushed', 'lists']),
    commit: git(author, 'rev-parse', 'HEAD').trim(),
    files: ['content/posts/pushed.md'],
    problems: [],
  })
  expect((await get('/posts/pushed')).text).toContain('推上来的')
  expect((await get('/')).text).toContain('推上来的')
  await test.step('reports a failed pull, and accepts the delivery again', async () => {
    git(workspace.root, 'remote', 'set-url', 'origin', join(repositories, 'nowhere.git'))
    const failed = await webhook(body, 'again')
    expect(failed.status).toBe(502)
    expect((await failed.json()).error).toContain('git pull: ')
    git(workspace.root, 'remote', 'set-url', 'origin', join(repositories, 'origin.git'))
    expect((await webhook(body, 'again')).status).toBe(200)
  })
  rmSync(path('posts/pushed.md'))
  git(workspace.root, 'reset', '--quiet', '--hard')
  git(workspace.root, 'rm', '--quiet', 'content/posts/pushed.md')
  await answers('/posts/pushed', 410)
})

test('every surface shows a new article, its edit, and nothing of it after its deletion', async () => {
  const post = {
    slug: 'everywhere',
    title: '处处可见其一',
    tag: '只此一篇',
    category: '只此一类',
    series: 'matrix-geometry',
    anchor: 'eq-fresh',
  }
  const later = { ...post, title: '处处可见其二' }
  const text = ({ title, tag, category, series }: typeof post) =>
    `---\ntitle: ${title}\ndate: 2026-11-02\ntags: [${tag}]\ncategory: ${category}\nseries: ${series}\npart: 99\n---\n\n` +
    `$$x=1\\label{eq:fresh}$$\n\n见 \\eqref{eq:fresh}。\n`
  const each = surfaces.flatMap((surface) => {
    const address = surface.address(post)
    return address === undefined ? [] : { surface, address: encodeURI(address) }
  })
  // Cache each page as it is before the article exists.
  for (const { address } of each) await get(address)
  write('posts/everywhere.md', text(post))
  for (const { surface, address } of each) await shows(address, surface.shows(post))
  write('posts/everywhere.md', text(later))
  for (const { surface } of each) {
    const address = encodeURI(surface.address(later) ?? '')
    await shows(address, surface.shows(later))
    await lacks(address, post.title)
  }
  await test.step('an old URL of each form redirects to the new one', async () => {
    renameSync(path('posts/everywhere.md'), path('posts/moved.md'))
    write('posts/moved.md', text(later).replace('---\n\n', 'aliases: [/posts/everywhere]\n---\n\n'))
    await answers('/posts/everywhere', 308)
    for (const { surface, address } of each) {
      if (surface.gone !== 410) continue
      const { status, headers } = await get(address)
      const target = surface.address({ ...later, slug: 'moved' })
      expect([status, headers.get('location')], surface.name).toEqual([308, target])
    }
  })
  rmSync(path('posts/moved.md'))
  await answers('/posts/moved', 410)
  for (const { surface } of each) {
    const address = encodeURI(surface.address({ ...later, slug: 'moved' }) ?? '')
    if (surface.gone) await answers(address, surface.gone)
    await lacks(address, surface.shows({ ...later, slug: 'moved' }))
  }
})

test('a new article appears on its neighbour, and at its URL although that responded with 404', async () => {
  expect((await get('/posts/fresh')).status).toBe(404)
  expect((await get('/posts/fresh')).headers.get('x-nextjs-cache'), 'Next is not asked').toBeNull()
  const kept = readdirSync(join(workspace.root, '.next/server'), { recursive: true, encoding: 'utf8' })
  expect(
    kept.filter((file) => file.includes('fresh')),
    'a 404 is not written to the disk',
  ).toEqual([])
  write('posts/fresh.md', article('新鲜出炉', '第一版，$x$。'))
  await answers('/posts/fresh', 200)
  await shows('/', '新鲜出炉')
  const neighbour = /href="(\/posts\/[^"]+)"[^>]*>[^<]*<\/a><\/p><span/.exec(
    (await get('/posts/fresh')).text,
  )?.[1]
  await shows(neighbour ?? 'no neighbour', '新鲜出炉')
})

test('an edit is live everywhere, and an unchanged page stays cached', async () => {
  await get('/posts/gamma-function')
  expect((await get('/posts/gamma-function')).headers.get('x-nextjs-cache')).toBe('HIT')
  write('posts/fresh.md', article('依然新鲜', '第二版，$x$。'))
  await shows('/posts/fresh', '依然新鲜', '第二版')
  for (const address of ['/', '/feed.xml', '/search?q=第二版']) await shows(address, '依然新鲜', '第二版')
  // The search page, too, no longer contains its previous text.
  await lacks('/search?q=第一版', '新鲜')
  expect((await get('/posts/gamma-function')).headers.get('x-nextjs-cache')).toBe('HIT')
})

test('an article lists its backlinks while they exist', async () => {
  await shows('/posts/notebook-and-pen', '</h1>')
  write('posts/referring.md', article('引用者', '见[这里](/posts/notebook-and-pen)。'))
  await shows('/posts/notebook-and-pen', '被引用于', '引用者')
  write('posts/referring.md', article('改名者', '见[这里](/posts/notebook-and-pen)。'))
  await shows('/posts/notebook-and-pen', '改名者')
  rmSync(path('posts/referring.md'))
  await lacks('/posts/notebook-and-pen', '改名者')
})

test('a broken edit keeps the last good version online, is reported, and can be fixed', async () => {
  for (const [broken, reason] of [
    [article('坏了', '第三版，$\\fraq$。'), '\\fraq'],
    ['---\ntitle: 坏了\ndate: 昨天\n---\n', 'Found date: "昨天"'],
    [article('坏了', '见 \\eqref{no-such-article:label}。'), 'no-such-article'],
  ] as const) {
    write('posts/fresh.md', broken)
    await expect(async () => {
      const { publisher } = await health()
      expect(publisher.problems).toEqual([
        expect.objectContaining({
          file: 'content/posts/fresh.md',
          line: expect.any(Number),
          message: expect.stringContaining(reason),
        }),
      ])
    }).toPass({ intervals: [20], timeout: 30_000 })
    expect((await get('/posts/fresh')).text).toContain('第二版')
    expect((await get('/')).text).toContain('依然新鲜')
    await expect.poll(server.output).toContain('content/posts/fresh.md:')
  }
  await test.step('other articles are published', async () => {
    write('posts/other.md', article('另一篇', '别的。'))
    await answers('/posts/other', 200)
  })
  write('posts/fresh.md', article('修好了', '第四版，$x$。'))
  await shows('/posts/fresh', '修好了', '第四版')
  await expect(async () => expect((await health()).publisher.problems).toEqual([])).toPass()
})

test('renumbers a referring article after its target changes', async () => {
  const equation = (label: string) => `\\begin{equation}\nx\\label{${label}}\n\\end{equation}\n`
  write('posts/fresh.md', article('有编号', equation('a')))
  await shows('/posts/fresh', 'id="eq-a"')
  write('posts/other.md', article('另一篇', '见 \\eqref{fresh:a}。'))
  await shows('/posts/other', '>(1)</a>')
  write('posts/fresh.md', article('有编号', equation('before') + equation('a')))
  await shows('/posts/other', '>(2)</a>')
  await test.step('if the label is deleted, the referring article stays as it was', async () => {
    write('posts/fresh.md', article('没有了', equation('before')))
    await shows('/posts/fresh', '没有了')
    expect((await get('/posts/other')).text).toContain('>(2)</a>')
    await expect(async () =>
      expect((await health()).publisher.problems[0]?.file).toBe('content/posts/other.md'),
    ).toPass()
  })
  rmSync(path('posts/other.md'))
})

test('shows a replaced image', async () => {
  const svg = (width: number) => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20"/>`
  mkdirSync(path('posts/pictured'))
  write('posts/pictured/a.svg', svg(30))
  write('posts/pictured/index.md', article('有图', '![图](a.svg)'))
  await shows('/posts/pictured', 'width="30"')
  write('posts/pictured/a.svg', svg(40))
  await shows('/posts/pictured', 'width="40"')
  rmSync(path('posts/pictured'), { recursive: true })
})

test('a card and its URL change with its article', async () => {
  const addressOf = async () => /og:image" content="([^"]*)"/.exec((await get('/posts/fresh')).text)?.[1]
  const [address, { headers, text }] = [await addressOf(), await get('/posts/fresh.png')]
  expect(headers.get('content-type')).toBe('image/png')
  write('posts/fresh.md', article('换了题目', '还是那些话，$x$。'))
  await shows('/posts/fresh', '换了题目')
  const changed = await get('/posts/fresh.png')
  expect(changed.text).not.toBe(text)
  expect(changed.headers.get('etag')).not.toBe(headers.get('etag'))
  expect(await addressOf()).not.toBe(address)
})

test('the old URL of a renamed article redirects, a deleted one responds with 410', async ({ page }) => {
  renameSync(path('posts/fresh.md'), path('posts/renamed.md'))
  write('posts/renamed.md', article('改名了', '还在。', 'aliases: [/posts/fresh]\n'))
  await answers('/posts/renamed', 200)
  await shows('/search?q=改名了', '/posts/renamed')
  await answers('/posts/fresh', 308)
  expect((await get('/posts/fresh')).headers.get('location')).toBe('/posts/renamed')
  expect((await get('/posts/fresh.png')).headers.get('location')).toBe('/posts/renamed.png')
  rmSync(path('posts/renamed.md'))
  await answers('/posts/renamed', 410)
  expect((await get('/posts/fresh')).status).toBe(410)
  expect((await get('/posts/renamed.png')).status).toBe(410)
  expect((await get('/posts/never')).status).toBe(404)
  for (const address of ['/', '/archive', '/feed.xml', '/search?q=还在&category=试验', '/search?q=改名了'])
    await lacks(address, '/posts/renamed')
  await page.goto(`${server.url}/posts/renamed`)
  await expect(page.getByRole('heading', { name: '此文已删除' })).toBeVisible()
  await page.getByRole('link', { name: '归档' }).first().click()
  await expect(page).toHaveURL(/\/archive$/)
  write('posts/renamed.md', article('又回来了', '重写。'))
  await shows('/posts/renamed', '又回来了')
})

test('a subscriber receives a new article and its edit, and one who subscribes after its deletion neither', {
  tag: '@slow',
}, async () => {
  const addresses = ['/feed.xml', '/atom.xml'].map((path) => server.url + path)
  const subscribers = addresses.map(subscribe)
  for (const subscriber of subscribers)
    expect(Object.keys(subscriber.reload())).toHaveLength(site.feedEntries)

  write('posts/subscribed.md', article('说给订阅者', '第一版：$e^x$。'))
  for (const path of ['/feed.xml', '/atom.xml']) await shows(path, '说给订阅者')
  for (const subscriber of subscribers) {
    const articles = subscriber.reload()
    expect(Object.keys(articles)).toHaveLength(site.feedEntries + 1)
    expect(articles.说给订阅者).toContain('第一版')
    expect(articles.说给订阅者).toContain('<math')
  }

  // Its URL changes, but not its id: feed readers treat it as the same article.
  write(
    'posts/subscribed.md',
    article('说给订阅者，再说', '第二版。', 'slug: subscribed-again\naliases: [/posts/subscribed]\n'),
  )
  for (const path of ['/feed.xml', '/atom.xml']) await shows(path, '第二版')
  for (const subscriber of subscribers) {
    const articles = subscriber.reload()
    expect(Object.keys(articles)).toHaveLength(site.feedEntries + 1)
    expect(articles['说给订阅者，再说']).toContain('第二版')
  }

  rmSync(path('posts/subscribed.md'))
  await answers('/posts/subscribed-again', 410)
  const later = addresses.map(subscribe)
  for (const subscriber of later) expect(Object.keys(subscriber.reload()).join()).not.toContain('说给订阅者')
  for (const subscriber of [...subscribers, ...later]) subscriber.remove()
})

test('refuses a revalidation with the reason', async () => {
  const bearer = { authorization: `Bearer ${secret}` }
  for (const [status, body, headers] of [
    [401, '{}', {}],
    [401, '{"slugs":["renamed"]}', { authorization: 'Bearer wrong' }],
    [400, 'not JSON', bearer],
    [422, '[]', bearer],
    [422, '{}', bearer],
    [422, '{"slugs":"renamed"}', bearer],
    [413, 'x'.repeat(5 * 1024 * 1024 + 1), bearer],
  ] as const) {
    const response = await revalidate(body, headers)
    expect(response.status, body.slice(0, 40)).toBe(status)
    expect((await response.json()).error).toMatch(/\w/)
  }
})

test('processes a webhook once, and only with a valid signature', async () => {
  const author = join(repositories, 'author')
  writeFileSync(join(author, 'content/posts/delivered.md'), article('送达', '一次。'))
  git(author, 'add', '--all')
  git(author, 'commit', '--quiet', '--message', 'Another post')
  git(author, 'push', '--quiet')
  const body = JSON.stringify({
    ref: 'refs/heads/main',
    commits: [{ added: ['content/posts/delivered.md'], modified: [], removed: [] }],
  })
  expect((await webhook(body, '1', 'forged')).status).toBe(401)
  const first = await (await webhook(body, '2')).json()
  expect(first).toMatchObject({
    refreshed: expect.arrayContaining(['post:delivered', 'lists']),
    duration: expect.any(Number),
  })
  const again = await webhook(body, '2')
  expect(await again.json()).toMatchObject({ refreshed: [], ignored: expect.stringContaining('2') })
  const named = await revalidate('{"slugs":["renamed"],"paths":["/about"]}', {
    authorization: `Bearer ${secret}`,
  })
  expect((await named.json()).refreshed).toEqual(['post:renamed', 'lists', 'page:about'])
  rmSync(path('posts/delivered.md'))
  await answers('/posts/delivered', 410)
})

test('readers get no error and no mixed page while an author writes', async () => {
  const edits = 100
  const version = (number: number) => article(`标题${number}号`, `正文${number}号，$x_{${number}}$。`)
  write('posts/busy.md', version(0))
  await shows('/posts/busy', '正文0号')
  const addresses = ['/posts/busy', '/', '/feed.xml', '/archive', '/posts/renamed']
  const pending = new Set<Promise<void>>()
  const wrong: string[] = []
  let sent = 0
  const ask = async (address: string) => {
    const { status, text } = await get(address)
    if (status >= 500) wrong.push(`${address}: ${status}`)
    if (address !== '/posts/busy') return
    const seen = new Set([...text.matchAll(/(?:标题|正文)(\d+)号/g)].map(([, number]) => number))
    if (status !== 200 || seen.size !== 1)
      wrong.push(`${address}: ${status}, versions ${[...seen].join(', ')}`)
  }
  // 50 requests a second, regardless of response times, and an edit with every fifth.
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const request = ask(addresses[sent % addresses.length] ?? '/').finally(() => pending.delete(request))
      pending.add(request)
      sent++
      if (sent % 5 === 0) write('posts/busy.md', version(sent / 5))
      if (sent / 5 < edits) return
      clearInterval(timer)
      resolve()
    }, 20)
  })
  await Promise.all(pending)
  expect(wrong).toEqual([])
  for (const address of ['/posts/busy', '/', '/feed.xml']) await shows(address, `正文${edits}号`)
  await shows('/archive', `标题${edits}号`)
  expect(read('posts/busy.md')).toContain(`标题${edits}号`)
})

test('responds to conditional requests with 304 until something changes', async ({ request }) => {
  for (const address of ['/posts/busy', '/', '/feed.xml', '/sitemap.xml', '/sitemaps/1.xml', '/llms.txt']) {
    await get(address)
    const first = await get(address)
    expect(first.headers.get('cache-control'), address).toBe('public, max-age=0, must-revalidate')
    const etag = first.headers.get('etag') ?? ''
    const again = () => request.get(server.url + address, { headers: { 'if-none-match': etag } })
    expect((await again()).status(), address).toBe(304)
    write('posts/busy.md', article(`条件${address}`, '又一版。', 'updated: 2026-11-02\n'))
    await expect(async () => expect((await again()).status()).toBe(200)).toPass({
      intervals: [20],
      timeout: 30_000,
    })
    write('posts/busy.md', article('标题', '原样。'))
    await shows('/posts/busy', '原样。')
  }
})

test('a start publishes what changed while the server was down, without a build', async () => {
  // Two starts.
  test.setTimeout(400_000)
  await server.stop()
  write('posts/busy.md', article('夜里写的', '服务器停着。'))
  server = await workspace.serve('start', { REVALIDATE_SECRET: secret })
  for (const address of ['/', '/posts/busy', '/archive'])
    expect((await get(address)).text, address).toContain('夜里写的')
  expect(server.output()).not.toContain('Building the site')
  await test.step('even if another article has errors', async () => {
    await server.stop()
    write('posts/renamed.md', article('坏的', '$\\fraq$'))
    server = await workspace.serve('start', { REVALIDATE_SECRET: secret })
    await expect.poll(server.output).toContain('content/posts/renamed.md:')
    expect((await get('/posts/renamed')).text).toContain('又回来了')
    await expect(async () => expect((await health()).publisher.problems).toHaveLength(1)).toPass()
    write('posts/busy.md', article('继续写', '照常。'))
    await shows('/posts/busy', '继续写')
    expect((await get('/posts/renamed')).text).toContain('又回来了')
  })
})
