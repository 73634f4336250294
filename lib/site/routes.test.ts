import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { languages } from './languages'
import {
  categoryUrl,
  decodeSlug,
  indexUrl,
  languageTags,
  matchRoute,
  redirects,
  representationRewrite,
  reservedSlugs,
  routes,
  tagUrl,
} from './routes.mjs'

test('encodes names in any script, and decodes them again', () => {
  for (const name of ['变分', 'C++', 'a/b', '100%', 'Erdős']) {
    expect(decodeSlug(tagUrl(name).slice('/tags/'.length))).toBe(name)
    expect(decodeSlug(categoryUrl(name).slice('/categories/'.length))).toBe(name)
  }
})

test('does not change a name that is already decoded', () => {
  expect(decodeSlug('变分')).toBe('变分')
  expect(decodeSlug('100%')).toBe('100%')
})

test('the first index page is the front page', () => {
  expect([indexUrl(1), indexUrl(2)]).toEqual(['/', '/page/2'])
})

test('every page and route handler in app/ has a route, and every route has one of them', () => {
  const handlers = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .map((file) => file.split('\\').join('/'))
    .filter((file) => /(^|\/)(page\.tsx|route\.ts|robots\.ts|icon\.svg)$/.test(file))
    .map((file) => `/${file.replace(/\/?(page\.tsx|route\.ts)$/, '').replace(/\.ts$/, '.txt')}`)
  // Next writes `[tag]` for `:tag`; only the position of a named segment is compared.
  const shape = (path: string) => path.replace(/\[[^/]*\]|:\w+/g, '*')
  const feedsOf = (path: string) =>
    path.replace(/\/(feed\.xml|atom\.xml|feed\.json)$/, (file, name) => (path === `/${name}` ? file : '/*'))
  const citations = (path: string) => path.replace(/\/(bib|ris|json)$/, '/*')
  // `app/[...path]` serves the lists of the languages after the first.
  const isOfLanguage = (pattern: string) => pattern.startsWith('/:language')
  const patterns = [
    ...routes
      .filter(({ pattern, rewrite }) => rewrite !== undefined || !isOfLanguage(pattern))
      .map(({ pattern, rewrite }) => shape(citations(feedsOf(rewrite ?? pattern)))),
    // Rewrites that Next tries in another order, or only on hosts that have their own server.
    shape(representationRewrite.destination),
    '/redirects/*',
  ]
  const apis = (path: string) => path.replace(/^\/api\/[^/]+$/, '/api/*')
  const catchAll = (path: string) => path.replace(/^\/\[\.\.\.path\]$/, '/*')
  expect([...new Set(handlers.map((path) => shape(apis(catchAll(path)))))].sort()).toEqual(
    [...new Set(patterns)].sort(),
  )
})

test.each([
  ['/', '/', {}],
  ['/feed.xml', '/feed.xml', {}],
  ['/llms.txt', '/llms.txt', {}],
  ['/search', '/search', {}],
  ['/about', '/:page', { page: 'about' }],
  ['/en', `/:language(${languageTags})`, { language: 'en' }],
  ['/zh-TW/tags/变分', `/:language(${languageTags})/tags/:tag`, { language: 'zh-TW', tag: '变分' }],
  ['/fr', '/:page', { page: 'fr' }],
  ['/posts/变分', '/posts/:slug', { slug: '变分' }],
  ['/posts/a.b.bib', '/posts/:slug.bib', { slug: 'a.b' }],
  ['/tags/C++/atom.xml', '/tags/:tag/atom.xml', { tag: 'C++' }],
  ['/robots.txt', '/robots.txt', {}],
  ['/0123456789abcdef.txt', '/:key([a-zA-Z0-9-]{8,128}).txt', { key: '0123456789abcdef' }],
])('the route of %s is %s', (path, pattern, params) => {
  const found = matchRoute(path)
  expect(found?.route.pattern).toBe(pattern)
  expect({ ...found?.params }).toEqual(params)
})

test('the languages of routes are those of the interface', () => {
  expect(languageTags.split('|').sort()).toEqual(Object.keys(languages).sort())
})

test('a path of no pattern has no route', () => {
  expect(matchRoute('/a/b/c/d')).toBeUndefined()
})

test('reserves the first segments of routes and redirects', () => {
  expect(reservedSlugs).toEqual(
    expect.arrayContaining(['api', 'posts', 'search', 'llms.txt', 'gone', 'indexnow']),
  )
  expect(reservedSlugs).toEqual(expect.arrayContaining(Object.keys(redirects).map((path) => path.slice(1))))
})
