import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { siteIn } from '../../lib/site/site-languages'
import { testSite } from '../../lib/site/test-site'
import { LanguageSwitch } from './language-switch'

const bilingual = { ...testSite, languages: [{ language: 'zh-CN' as const }, { language: 'en' as const }] }
const render = (site: typeof testSite, urls = {}) =>
  renderToStaticMarkup(createElement(LanguageSwitch, { site, urls }))

test('a site with one language has no switch', () => {
  expect(render(testSite, { en: '/en' })).toBe('')
})

test('leads to the page in the other language, or to the index of that language', () => {
  expect(render(bilingual)).toContain('<a href="/en" lang="en" hrefLang="en"')
  expect(render(bilingual, { en: '/posts/x-en' })).toContain('<a href="/posts/x-en" lang="en"')
  expect(render(siteIn(bilingual, 'en'))).toContain('<a href="/" lang="zh-CN" hrefLang="zh-CN"')
})
