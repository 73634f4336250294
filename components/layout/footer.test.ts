import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import * as v from 'valibot'
import { beforeEach, expect, test } from 'vitest'
import { completeSite, type SiteConfig, siteSchema } from '../../lib/site/config'
import { messages } from '../../lib/site/i18n'
import { Analytics } from './analytics'
import { Footer } from './footer'

const required = { name: 'N', url: 'https://example.org', language: 'en', author: 'a' } satisfies SiteConfig
let settings: Partial<SiteConfig> = {}
beforeEach(() => {
  settings = {}
})

const readSettings = () => completeSite(v.parse(siteSchema, { ...required, ...settings }))

const renderFooter = () => renderToStaticMarkup(createElement(Footer, { site: readSettings() }))
const renderAnalytics = () => renderToStaticMarkup(Analytics({ settings: readSettings().analytics }))

test('a site that configures nothing has the footer without any lines, and no analytics', () => {
  const { random, keys, feed } = messages('en').interface
  expect(renderFooter()).toBe(
    '<footer class="colophon"><ul class="flex gap-x-4 sm:ml-auto">' +
      `<li><a href="/random" class="text-quiet">${random}</a></li>` +
      `<li><button type="button" class="keys-help" aria-haspopup="dialog">${keys}</button></li>` +
      `<li><a href="/subscribe" class="text-quiet">${feed}</a></li></ul></footer>`,
  )
  expect(renderAnalytics()).toBe('')
})

test('empty settings add nothing either', () => {
  const without = renderFooter()
  settings = { footer: {}, analytics: {}, verification: {} }
  expect(renderFooter()).toBe(without)
  expect(renderAnalytics()).toBe('')
})

test('registration numbers link to their registers', () => {
  settings = { footer: { icp: '京ICP备12345678号-1', publicSecurity: '京公网安备 11010502030123号' } }
  const html = renderFooter()
  expect(html).toContain('<a href="https://beian.miit.gov.cn/" class="text-quiet">京ICP备12345678号-1</a>')
  expect(html).toContain('href="https://beian.mps.gov.cn/#/query/webSearch?code=11010502030123"')
  expect(html).toContain('京公网安备 11010502030123号</a>')
})

test('the footer has a copyright line, and links to profiles and feeds', () => {
  const social = [{ label: 'Mastodon', href: 'https://mathstodon.xyz/@a' }]
  settings = { footer: { copyright: '© 2026 A & B', social, feeds: true } }
  const html = renderFooter()
  expect(html).toContain('<p>© 2026 A &amp; B</p>')
  expect(html).toContain('<a href="https://mathstodon.xyz/@a" rel="me" class="text-quiet">Mastodon</a>')
  expect(html).toContain('<a href="/feed.xml" class="text-quiet">RSS</a>')
})

test('analytics scripts are data, which the browser does not load by itself', () => {
  settings = {
    analytics: {
      umami: { website: 'w' },
      baidu: { id: 'a'.repeat(32) },
      custom: { script: 'https://example.com/a.js', attributes: { 'data-x': '</script>' } },
    },
  }
  const html = renderAnalytics()
  expect(html).toMatch(/^<script type="application\/json" class="analytics">[^<]*<\/script>$/)
  expect(JSON.parse(html.replace(/^<[^>]*>|<\/script>$/g, ''))).toEqual([
    { src: 'https://cloud.umami.is/script.js', attributes: { 'data-website-id': 'w' } },
    { src: `https://hm.baidu.com/hm.js?${'a'.repeat(32)}`, attributes: {} },
    { src: 'https://example.com/a.js', attributes: { 'data-x': '</script>' } },
  ])
})
