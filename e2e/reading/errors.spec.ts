import { readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { folderOf } from '../support/sites'

/** What the server publishes. */
const published = join(folderOf('sample'), '.lemma')

const heading = (page: Page) => page.getByRole('main').getByRole('heading', { level: 1 })

/** Make the server fail to read an article while the callback runs. */
async function withoutBody(slug: string, callback: () => Promise<void>): Promise<void> {
  const { posts } = JSON.parse(readFileSync(join(published, 'content.json'), 'utf8'))
  const { body } = posts.find((post: { slug: string }) => post.slug === slug)
  const file = join(published, `bodies/${body}.br`)
  renameSync(file, `${file}.away`)
  try {
    await callback()
  } finally {
    renameSync(`${file}.away`, file)
  }
}

// A different article in each case, because the server caches the bodies that it read last.
for (const [javaScriptEnabled, slug] of [
  [false, 'simpson-paradox'],
  [true, 'reading-polya'],
] as const)
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('an unknown URL responds with 404 and a page with links', async ({ page }) => {
      const scripts: string[] = []
      page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()))
      for (const address of ['/nowhere', '/posts/nowhere', '/tags/nowhere', '/a/b/c']) {
        const response = await page.goto(address)
        expect(response?.status(), address).toBe(404)
        await expect(heading(page), address).toHaveText('没有这一页')
        await expect(page.getByRole('main').getByRole('link', { name: '归档' })).toBeVisible()
      }
      expect(scripts.filter((url) => !/\/(entry|load-next)-/.test(url))).toEqual([])
    })

    test('a page that cannot be rendered responds with 500 and a page with links', async ({
      page,
      context,
      baseURL,
    }) => {
      // In draft mode the page is rendered for each request, not taken from the cache.
      const { preview } = JSON.parse(readFileSync('.next/prerender-manifest.json', 'utf8'))
      await context.addCookies([
        { name: '__prerender_bypass', value: preview.previewModeId, url: `${baseURL}` },
      ])
      await withoutBody(slug, async () => {
        const response = await page.goto(`/posts/${slug}`)
        expect(response?.status()).toBe(500)
        expect(response?.headers()['cache-control']).toContain('no-store')
        await expect(heading(page)).toHaveText('出错了')
        await expect(page.getByRole('main').getByRole('link', { name: '归档' })).toBeVisible()
      })
      expect((await page.reload())?.status()).toBe(200)
    })
  })
