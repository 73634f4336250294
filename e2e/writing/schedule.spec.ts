import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
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

/** What the surfaces showed while the clock of a server passed the instant. */
interface Passage {
  /** Was every surface requested before the instant, and again after it? */
  isComplete: boolean
  /** Surfaces that showed the post before the instant. */
  early: string[]
  /** Surfaces that did not show it afterwards. */
  late: string[]
}

const post = { slug, title, tag: '来信', category: '随笔' }
/** The filters of the search must not reveal the post either. */
const filter: Surface = {
  name: 'the years of search',
  address: () => '/search',
  shows: () => '<option value="2099">',
}
const requested = [...surfaces, filter].flatMap((surface) => {
  const address = surface.address(post)
  return address === undefined ? [] : { surface, address }
})

/** Start the built site with a clock that is behind the instant by this distance, and request all surfaces until it has passed. */
async function passInstant(distance: number): Promise<Passage> {
  // Pages that were rendered after the instant.
  rmSync(join(workspace.root, '.next/cache/pages'), { recursive: true, force: true })
  const ahead = instant - distance - Date.now()
  const server = await workspace.serve('start', {
    NODE_OPTIONS: `--import ${resolve('e2e/support/clock.mjs')}`,
    LEMMA_CLOCK: String(ahead),
    TZ: 'America/New_York',
    REVALIDATE_SECRET: secret,
  })
  try {
    return await requestAll(server, () => Date.now() + ahead)
  } finally {
    await server.stop()
  }
}

/** Request all surfaces continuously, so that each is cached immediately before the instant. */
async function requestAll(server: Served, now: () => number): Promise<Passage> {
  const early: string[] = []
  const late: string[] = []
  const [before, after] = [new Set<string>(), new Set<string>()]
  while (now() < instant + 1_500 || after.size < before.size) {
    for (const { surface, address } of requested) {
      const began = now()
      ;(began < instant ? before : after).add(address)
      const response = await fetch(server.url + encodeURI(address))
      expect(response.status, address).toBeLessThan(500)
      const isShown = (await response.text()).includes(surface.shows(post))
      if (isShown && now() < instant) early.push(`${surface.name} ${instant - now()} ms before`)
      if (!isShown && began >= instant) late.push(`${surface.name} ${began - instant} ms after`)
    }
  }
  const addresses = new Set(requested.map(({ address }) => address))
  const isComplete = before.size === addresses.size && after.size === addresses.size
  if (isComplete) await expectNeighbour(server)
  return { isComplete, early, late }
}

async function expectNeighbour(server: Served): Promise<void> {
  await test.step('its neighbour links to it', async () => {
    const article = await (await fetch(`${server.url}/posts/${slug}`)).text()
    const neighbour = /aria-label="上一篇 \/ 下一篇"[\s\S]*?href="([^"]+)"/.exec(article)?.[1]
    const text = await (await fetch(server.url + neighbour)).text()
    expect(text, neighbour).toContain(title)
  })
}

test('a scheduled post appears on every surface at its instant, and on none before', async () => {
  test.setTimeout(400_000)
  // A busy machine needs more time to start the server and to request everything before the instant.
  let passage: Passage | undefined
  for (let distance = 12_000; !passage?.isComplete && distance < 100_000; distance *= 2)
    passage = await passInstant(distance)
  expect(passage).toEqual({ isComplete: true, early: [], late: [] })
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
