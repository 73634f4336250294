import { resolve } from 'node:path'
import { type Surface, surfaces } from './surfaces'
import { expect, test } from './test'
import { createWorkspace, type Served, type Workspace } from './workspace'

// A scheduled post appears at its instant, everywhere at once. The server's clock is ours, its time zone another's.
test.describe.configure({ mode: 'serial' })

const secret = 'a secret of the tests, and of nothing else'
const slug = 'letter-to-2099'
/** The sample's `date: 2099-01-01 00:00`, in the site's time zone, Asia/Shanghai. */
const instant = Date.parse('2098-12-31T16:00:00Z')
const title = '写给2099年的一封信'
let workspace: Workspace

test.beforeAll(() => {
  test.setTimeout(240_000)
  workspace = createWorkspace()
  const { code, output } = workspace.run('build')
  expect(code, output).toBe(0)
})
test.afterAll(() => workspace.remove())

/** Start the built site with a clock that is so far from the instant. */
async function serveAt(distance: number): Promise<{ server: Served; now: () => number }> {
  // Starting takes a while, which does not matter: what is near is the instant.
  const ahead = instant + distance - Date.now()
  const server = await workspace.serve('start', {
    NODE_OPTIONS: `--import ${resolve('e2e/clock.mjs')}`,
    LEMMA_CLOCK: String(ahead),
    TZ: 'America/New_York',
    REVALIDATE_SECRET: secret,
  })
  return { server, now: () => Date.now() + ahead }
}

test('it appears on every surface at its instant, and on none before', async () => {
  test.setTimeout(180_000)
  const { server, now } = await serveAt(-30_000)
  const post = { slug, title, tag: '来信', category: '随笔' }
  // What one may narrow an answer to tells of it as well.
  const filter: Surface = {
    name: 'the years of search',
    address: () => '/search',
    shows: () => '<option value="2099">',
  }
  const shows = async (surface: Surface, address: string) => {
    const response = await fetch(server.url + encodeURI(address))
    expect(response.status, address).toBeLessThan(500)
    return (await response.text()).includes(surface.shows(post))
  }
  try {
    expect(now(), 'the server started in time').toBeLessThan(instant - 2_000)
    const early: string[] = []
    const late: string[] = []
    let rounds = 0
    // Asked all the time, so that every page is cached as it was just before.
    while (now() < instant + 1_500) {
      for (const surface of [...surfaces, filter]) {
        const address = surface.address(post)
        if (address === undefined) continue
        const before = now()
        const isShown = await shows(surface, address)
        if (isShown && now() < instant) early.push(`${surface.name} ${instant - now()} ms before`)
        if (!isShown && before >= instant) late.push(`${surface.name} ${before - instant} ms after`)
      }
      rounds++
    }
    expect(rounds).toBeGreaterThan(10)
    expect(early).toEqual([])
    expect(late).toEqual([])
    await test.step('and its neighbour leads to it', async () => {
      const article = await (await fetch(`${server.url}/posts/${slug}`)).text()
      const neighbour = /aria-label="上一篇 \/ 下一篇"[\s\S]*?href="([^"]+)"/.exec(article)?.[1]
      const text = await (await fetch(server.url + neighbour)).text()
      expect(text, neighbour).toContain(title)
    })
  } finally {
    await server.stop()
  }
})

test('a signed link shows it before, to whoever holds it, and nobody else', async ({ page, request }) => {
  test.setTimeout(120_000)
  const server = await workspace.serve('start', { REVALIDATE_SECRET: secret })
  const preview = (...args: string[]) => workspace.run('preview', ...args).output
  try {
    process.env.REVALIDATE_SECRET = secret
    expect(preview('nothing')).toContain(`Scheduled posts: ${slug}.`)
    const link = /(\/preview\/\S+)/.exec(preview(slug))?.[1] ?? ''
    await page.goto(server.url + link)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(page.getByText('这是预览')).toBeVisible()
    const response = await page.reload()
    expect(response?.headers()['cache-control']).toContain('no-store')
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toContain('noindex')
    expect((await page.goto(`${server.url}/posts/unfinished-proof`))?.status()).toBe(404)
    expect((await request.get(`${server.url}/posts/${slug}`)).status(), 'for others').toBe(404)
    expect((await request.get(server.url + link.replace(slug, 'cycloid'))).status()).toBe(401)
    expect((await request.get(`${server.url}/preview/${slug}?token=1.2`)).status()).toBe(401)
    await page.goto(`${server.url}/posts/${slug}`)
    await page.getByRole('link', { name: '结束预览' }).click()
    await expect(page).toHaveURL(`${server.url}/`)
    expect((await page.goto(`${server.url}/posts/${slug}`))?.status()).toBe(404)
  } finally {
    delete process.env.REVALIDATE_SECRET
    await server.stop()
  }
})
