import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import { createWorkspace, type Served, type Workspace } from '../support/workspace'

// One server of a small site with photos, files, a video and a frame.
test.describe.configure({ mode: 'serial' })

let workspace: Workspace
let folder: string
let server: Served
const url = '/posts/media'
const host = 'player.example.org'

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), content)
}

/** A photo of 4,000 × 3,000 pixels, with as much detail of every size as one of leaves and stones: a JPEG of 5 MB. */
async function createPhoto(): Promise<Buffer> {
  const [width, height] = [4000, 3000]
  const noise = { type: 'gaussian', mean: 128, sigma: 45 } as const
  const layers = await Promise.all(
    [8, 32, 128, 500, 2000].map(async (size) => ({
      input: await sharp({
        create: { width: size, height: (size * 3) / 4, channels: 3, background: '#808080', noise },
      })
        .resize(width, height, { kernel: 'cubic' })
        .raw()
        .toBuffer(),
      raw: { width, height, channels: 3 } as const,
      blend: 'overlay' as const,
    })),
  )
  return sharp({ create: { width, height, channels: 3, background: '#5a7d94' } })
    .composite(layers)
    .jpeg({ quality: 90 })
    .toBuffer()
}

test.beforeAll(async () => {
  test.setTimeout(240_000)
  workspace = createWorkspace({ isBuilt: true })
  folder = mkdtempSync(join(tmpdir(), 'lemma-media-site-'))
  write(
    'site.config.ts',
    `export const site = { name: '媒体', url: 'https://media.example', language: 'zh-CN', author: 'me', embeds: ['${host}'] }\n`,
  )
  write('content/authors/me.yml', 'name: 我\n')
  write('content/posts/media/海 1.jpg', await createPhoto())
  write('content/posts/media/讲义.pdf', '%PDF-1.4\n')
  write('content/posts/media/数据.csv', '甲,乙\n1,2\n')
  write('content/posts/media/单摆.mp4', '0123456789')
  write(
    'content/posts/media/index.md',
    [
      '---\ntitle: 媒体\ndate: 2026/1/1\ncategories: [数学]\nlayout: post\n---',
      '![海](<海 1.jpg> "从山上看海")',
      '[讲义](讲义.pdf)与[数据](数据.csv)',
      '![单摆](单摆.mp4)',
      `<iframe src="//${host}/player?id=1" title="摆线"></iframe>`,
    ].join('\n\n'),
  )
  server = await workspace.serve('start', { LEMMA_SITE: folder })
})
test.afterAll(async () => {
  await server?.stop()
  workspace?.remove()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

test.describe('on a phone with three pixels for each', () => {
  test.use({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 3 })

  test('a photo of 4,000 pixels costs at most 80 KB, and nothing moves when it loads', async ({ page }) => {
    const image = page.getByRole('figure').getByRole('img', { name: '海' })
    // The first version is made now, which takes seconds on a busy machine.
    const loaded = page.waitForResponse((response) => response.url().includes('/_next/image'), { timeout: 0 })
    await page.goto(server.url + url)
    const before = await image.boundingBox()
    await image.scrollIntoViewIfNeeded()
    const response = await loaded
    expect(response.headers()['content-type']).toBe('image/avif')
    expect((await response.body()).length).toBeLessThan(80_000)
    expect(response.headers()['cache-control']).toMatch(/max-age=31536000/)
    await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.complete)).toBe(true)
    // The height of a version is rounded to whole pixels.
    const { height = 0 } = before ?? {}
    expect(height).toBeGreaterThan(200)
    expect(Math.abs(((await image.boundingBox())?.height ?? 0) - height)).toBeLessThan(1)

    const shown = await image.evaluate(widthOf)
    await image.click()
    const enlarged = page.getByRole('dialog').getByRole('img', { name: '海' })
    await expect.poll(() => enlarged.evaluate(widthOf)).toBeGreaterThan(shown)
  })
})

/** The width of the version that a browser chose; 0 if it has not chosen yet. */
function widthOf(image: HTMLImageElement | SVGElement): number {
  const { currentSrc } = image as HTMLImageElement
  return currentSrc === '' ? 0 : Number(new URL(currentSrc).searchParams.get('w'))
}

test('the optimiser makes our versions of our images, and nothing else', async ({ request }) => {
  const html = await (await request.get(server.url + url)).text()
  const [, image = ''] = /<img src="([^"]*)"/.exec(html) ?? []
  const get = (address: string, w: string | number = 750, q: string | number = 60) =>
    request.get(`${server.url}/_next/image`, { params: { url: address, w, q } })
  expect((await get(image)).status()).toBe(200)
  const etag = (await get(image)).headers().etag ?? ''
  const again = await request.get(`${server.url}/_next/image`, {
    params: { url: image, w: 750, q: 60 },
    headers: { 'if-none-match': etag },
  })
  expect(again.status()).toBe(304)
  for (const refused of [
    get(image, 751),
    get(image, 750, 100),
    get('https://example.org/a.png'),
    get('//example.org/a.png'),
    get(`${url}.png`),
    get('/media/0123456789ab/../../api/health'),
  ])
    expect((await refused).status()).toBe(400)
})

test('files have their types and names, and are sent in ranges', async ({ page, request }) => {
  await page.goto(server.url + url)
  const hrefOf = async (name: string) =>
    server.url + ((await page.getByRole('link', { name, exact: true }).getAttribute('href')) ?? '')
  const pdf = await request.get(await hrefOf('讲义'))
  expect(pdf.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'x-content-type-options': 'nosniff',
  })
  const data = await request.get(await hrefOf('数据'))
  expect(data.headers()['content-disposition']).toContain(
    `filename*=UTF-8''${encodeURIComponent('数据.csv')}`,
  )

  const video = server.url + ((await page.locator('video').getAttribute('src')) ?? '')
  const part = await request.get(video, { headers: { range: 'bytes=2-4' } })
  expect([part.status(), await part.text()]).toEqual([206, '234'])
  expect(part.headers()['content-range']).toBe('bytes 2-4/10')
  expect((await request.get(video, { headers: { range: 'bytes=10-' } })).status()).toBe(416)
  expect((await request.head(video)).headers()['content-length']).toBe('10')
  await expect(page.locator('video')).toHaveAttribute('aria-label', '单摆')
  await expect(page.locator('video')).toHaveJSProperty('controls', true)
})

test('a frame loads when it is clicked, and not before', async ({ page }) => {
  const requested: string[] = []
  await page.route(`https://${host}/**`, (route) => {
    requested.push(route.request().url())
    return route.fulfill({ contentType: 'text/html', body: '<p>Playing</p>' })
  })
  await page.goto(server.url + url)
  const link = page.getByRole('link', { name: '摆线' })
  await expect(link).toContainText(host)
  await expect(link).toHaveAttribute('href', `https://${host}/player?id=1`)
  expect(requested).toEqual([])
  await link.click()
  await expect(page.frameLocator('iframe.embed').getByText('Playing')).toBeVisible()
  await expect(page.locator('iframe.embed')).toHaveAttribute('title', '摆线')
  await expect(link).toHaveCount(0)
  expect(requested).toEqual([`https://${host}/player?id=1`])
  expect(page.url()).toBe(server.url + url)
})
