import { expect, test, vi } from 'vitest'
import type { SiteFile } from '../../published/types'
import { colours } from '../../site/colours'
import { testSite } from '../../site/test-site'
import { siteCard } from './card'
import { drawIcon, siteIcons } from './icons'

vi.mock('server-only', () => ({}))

const file = (path: string): SiteFile => ({
  path,
  source: `site/public/${path}`,
  hash: 'aaaaaaaaaaaa',
  type: 'image/png',
})

test('a site without icons has ours, whose URL changes with its colours', () => {
  const urlOf = (site: typeof testSite) => JSON.stringify(siteIcons(site, []))
  expect(siteIcons(testSite, [])).toEqual({
    icon: [
      { url: expect.stringMatching(/^\/icon\.svg\?v=[0-9a-f]{12}$/), type: 'image/svg+xml', sizes: 'any' },
    ],
  })
  const palette = { ...colours, seal: ['#1f4e9c', '#8fb8f5'] as const }
  const themed = { ...testSite, theme: { palette, fontFiles: [] } }
  expect(urlOf(themed)).not.toBe(urlOf(testSite))
  expect(drawIcon(themed)).toContain('fill="#1f4e9c"')
})

test('the name of the site is escaped in its icon', () => {
  expect(drawIcon({ name: 'A <b> & "c"' })).toContain('<title>A &lt;b> &amp; "c"</title>')
})

test('icons of the site replace ours', () => {
  const names = ['favicon.ico', 'apple-touch-icon.png', 'logo.svg', 'sub/icon.svg']
  expect(siteIcons(testSite, names.map(file))).toEqual({
    icon: [{ url: '/favicon.ico?v=aaaaaaaaaaaa', sizes: '32x32' }],
    apple: [{ url: '/apple-touch-icon.png?v=aaaaaaaaaaaa' }],
  })
})

test('the card of the site replaces ours, with its own size', () => {
  expect(siteCard(testSite)).toMatchObject({ url: '/card.png', width: 1200, height: 630 })
  const own = { ...file('card.png'), width: 800, height: 400 }
  expect(siteCard(testSite, own)).toMatchObject({
    url: '/card.png?v=aaaaaaaaaaaa',
    width: 800,
    height: 400,
  })
})
