import { resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { type Surface, surfaces } from '../support/surfaces'
import { createWorkspace, type Served, type Workspace } from '../support/workspace'

// A scheduled post appears everywhere at its instant. The server runs with a fake clock in another time zone.
test.describe.configure({ mode: 'serial' })

const secret = 'a secret of the tests, and of nothing else'
const slug = 'letter-to-2099'
/** The sample's `date: 2099-01-01 00:00`, in the site's time zone, Asia/Shanghai. */
const instant = Date.parse('2098-12-31T16:00:00Z')
const title = '写给2099年的一封信'
let workspace: Workspace

test.beforeAll(() => {
  workspace = createWorkspace({ isBuilt: true })
})
test.afterAll(() => workspace.remove())

/** Start the built site with a clock at this distance from the instant. */
async function serveAt(distance: number): Promise<{ server: Served; now: () => number }> {
  // The clock counts from when the server has started.
  const ahead = instant + distance - Date.now()
  const server = await workspace.serve('start', {
    NODE_OPTIONS: `--import ${resolve('e2e/support/clock.mjs')}`,
    LEMMA_CLOCK: String(ahead),
    TZ: 'America/New_York',
    REVALIDATE_SECRET: secret,
  })
  return { server, now: () => Date.now() + ahead }
}

test('a scheduled post appears on every surface at its instant, and on none before', async () => {
  test.setTimeout(180_000)
  const { server, now } = await serveAt(-30_000)
  const post = { slug, title, tag: '来信', category: '随笔' }
  // The filters of the search must not reveal it either.
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
    const requestedBefore = new Set<string>()
    const requestedAfter = new Set<string>()
    // Request all pages continuously, so that each is cached immediately before the instant.
    while (now() < instant + 1_500 || requestedAfter.size < requestedBefore.size) {
      for (const surface of [...surfaces, filter]) {
        const address = surface.address(post)
        if (address === undefined) continue
        const before = now()
        ;(before < instant ? requestedBefore : requestedAfter).add(address)
        const isShown = await shows(surface, address)
        if (isShown && now() < instant) early.push(`${surface.name} ${instant - now()} ms before`)
        if (!isShown && before >= instant) late.push(`${surface.name} ${before - instant} ms after`)
      }
    }
    expect(requestedBefore.size, 'every surface was requested before the instant').toBe(requestedAfter.size)
    expect(early).toEqual([])
    expect(late).toEqual([])
    await test.step('its neighbour links to it', async () => {
      const article = await (await fetch(`${server.url}/posts/${slug}`)).text()
      const neighbour = /aria-label="上一篇 \/ 下一篇"[\s\S]*?href="([^"]+)"/.exec(article)?.[1]
      const text = await (await fetch(server.url + neighbour)).text()
      expect(text, neighbour).toContain(title)
    })
  } finally {
    await server.stop()
  }
})

test('a scheduled post is visible before its instant only with a signed link', async ({ page, request }) => {
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
