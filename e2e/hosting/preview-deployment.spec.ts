import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { serveWorkspace } from '../support/serve-workspace'
import { createWorkspace } from '../support/workspace'

// A deployment of a pull request on Vercel (docs/deploying.md). `hidden.spec.ts` tests all other deployments. It needs a build of
// its own, so these are slow tests.
const slow = { tag: '@slow' }

const draft = { slug: 'unfinished-proof', title: '一个没有写完的证明', mark: '草稿' }
const scheduled = { slug: 'letter-to-2099', title: '写给2099年的一封信', mark: '定时发布' }

const served = serveWorkspace({ env: { VERCEL_ENV: 'preview' } })

for (const { slug, title, mark } of [draft, scheduled])
  test(`a preview deployment shows ${slug} with the status ${mark}`, slow, async ({ page }) => {
    const response = await page.goto(`${served.server.url}/posts/${slug}`)
    expect(response?.status()).toBe(200)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(page.getByRole('main').getByText(mark, { exact: true })).toBeVisible()
    // Only a preview link can be ended.
    await expect(page.getByText('结束预览')).toHaveCount(0)
    await page.goto(`${served.server.url}/archive`)
    await expect(page.getByRole('main').getByRole('link', { name: title })).toBeVisible()
  })

test('every response of a preview deployment has noindex', slow, async ({ page, request }) => {
  for (const path of ['/', '/archive', '/posts/gamma-function', '/posts/gamma-function.md', '/feed.xml']) {
    const response = await request.get(served.server.url + path)
    expect(response.headers()['x-robots-tag'], path).toContain('noindex')
  }
  for (const path of ['/', '/posts/gamma-function', `/posts/${draft.slug}`]) {
    await page.goto(served.server.url + path)
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
  }
})

test(
  'production deployments publish no drafts and can be indexed',
  slow,
  async ({ page, request, baseURL }) => {
    const production = createWorkspace({ env: { VERCEL: '1', VERCEL_ENV: 'production' } })
    try {
      // Both deployments can use the same compiled articles.
      cpSync(join(served.workspace.root, '.next/cache'), join(production.root, '.next/cache'), {
        recursive: true,
      })
      const { code, output } = production.run('content')
      expect(code, output).toBe(0)
      const published = readFileSync(join(production.root, '.lemma/content.json'), 'utf8')
      expect(published).toContain('gamma-function')
      expect(published).not.toContain(draft.slug)
    } finally {
      production.remove()
    }
    const response = await request.get(`${baseURL}/posts/gamma-function`)
    expect(response.headers()['x-robots-tag']).toBeUndefined()
    await page.goto('/posts/gamma-function')
    await expect(page.locator('meta[name=robots]')).toHaveCount(0)
  },
)
