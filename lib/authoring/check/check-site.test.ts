import { expect, test } from 'vitest'
import { testSite as site } from '../../site/test-site'
import { checkSite } from './check-site'

const pages = new Map([
  ['/about', new Set(['x'])],
  ['/tags/变分', undefined],
])
const check = (hrefs: readonly string[], authors = [site.author]) =>
  checkSite(
    {
      site: { author: site.author, language: 'en', navigation: hrefs.map((href) => ({ label: 'x', href })) },
      authors: authors.map((id) => ({ id, name: id })),
      posts: [],
      pages: [],
    },
    pages,
  )

test('a site without any content is new: it lacks neither its author nor pages', () => {
  expect(check(['/about'], [])).toEqual([])
})

test('accepts pages, lists, routes and other sites', () => {
  const hrefs = ['/', '/about', '/about/', '/about#x', '/archive', '/feed.xml', '/tags/%E5%8F%98%E5%88%86']
  expect(check([...hrefs, 'https://example.org', '//example.org', 'mailto:a@example.org'])).toEqual([])
})

test.each([
  ['/abuot', 'Found navigation to /abuot; the site has no such page.', 'content/pages/abuot.mdx'],
  ['/tags/x', 'Found navigation to /tags/x; the site has no such page.', 'Correct the path'],
  ['about', 'Found navigation to about; expected a path that starts with /, or a URL.', 'Correct the path'],
])('reports navigation to %s', (href, message, hint) => {
  expect(check([href])).toMatchObject([
    { file: 'site.config.ts', message, hint: expect.stringContaining(hint) },
  ])
})

test('reports a missing author of the site at its line, although there is no post', () => {
  const [problem, ...others] = check([], ['other'])
  expect(others).toEqual([])
  expect(problem).toMatchObject({
    file: 'site.config.ts',
    line: expect.any(Number),
    message: `Found author: ${site.author}; expected one of other.`,
    hint: `Create content/authors/${site.author}.yml with a name.`,
  })
  expect(problem?.severity).toBeUndefined()
  expect(problem?.line).toBeGreaterThan(1)
})
