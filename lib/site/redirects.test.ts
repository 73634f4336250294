import { expect, test } from 'vitest'
import { canonicalSource, createRedirectTable } from './redirects'

const now = Date.parse('2020-01-01')
const sources = ['/2011/x/', '/?p=1', '/feed/', '/tag/x', '/archives/1.html', '/甲/乙', '/a?b=1&c=2', '/a']
const find = createRedirectTable(
  sources.map((from, index) => ({ from: canonicalSource(from), to: `/posts/${index}` })),
)

test.each([
  ['/2011/x/', 0],
  ['/2011/x', 0],
  ['/2011/x?utm_source=y', 0],
  ['/?p=1', 1],
  ['/?utm_source=y&p=1', 1],
  ['/feed', 2],
  ['/feed/?x', 2],
  ['/tag/x/', 3],
  ['/archives/1.html', 4],
  [`/${encodeURIComponent('甲')}/${encodeURIComponent('乙')}/`, 5],
  ['/a?c=2&b=1', 6],
  ['/a?b=1', 7],
])('%s is an old address', (url, index) => {
  expect(find(url, now)).toEqual({ url: `/posts/${index}`, status: 308 })
})

test.each(['/', '/?p=2', '/?p=11', '/2011', '/2011/x/y', '/2011/X', '/%', '/tag'])('%s is none', (url) => {
  expect(find(url, now)).toBeUndefined()
})

test('the alias of a scheduled post matches from its date', () => {
  const scheduled = createRedirectTable([{ from: '/x', to: '/posts/x', since: '2020-06-01T00:00:00.000Z' }])
  expect(scheduled('/x', now)).toBeUndefined()
  expect(scheduled('/x', Date.parse('2020-07-01'))?.url).toBe('/posts/x')
})

const prefixes = createRedirectTable(
  [
    { from: '/blog/*', to: '/posts/*' },
    { from: '/blog/old/*', to: 'https://old.example/*', status: 302 as const },
    { from: '/blog/x', to: '/about' },
    { from: '/tmp*', to: '/archive' },
    { from: '/$&/*', to: '/posts/*' },
    { from: '/root/*', to: '/*' },
  ].map((redirect) => ({ ...redirect, from: canonicalSource(redirect.from) })),
)

test.each([
  ['/blog/a', '/posts/a', 308],
  ['/blog/a?b=c', '/posts/a?b=c', 308],
  ['/blog', '/posts/', 308],
  ['/blog/old/a/b', 'https://old.example/a/b', 302],
  ['/blog/x/', '/about', 308],
  ['/tmp-1/2', '/archive', 308],
  ['/$&/$1', '/posts/$1', 308],
  // Never to another host, and never a header that Node refuses.
  ['/root//evil.example', '/evil.example', 308],
  ['/root/\\evil.example?\x7f', '/%5Cevil.example?%7F', 308],
])('%s is redirected to %s by a prefix, or by a longer one or an exact address', (from, url, status) => {
  expect(prefixes(from, now)).toEqual({ url, status })
})

test('a prefix that ends with a slash matches whole segments only', () => {
  expect(prefixes('/blogs', now)).toBeUndefined()
})

test('finds each of ten thousand redirects', () => {
  const indexes = Array.from({ length: 10_000 }, (_, index) => index)
  const many = createRedirectTable(
    indexes.map((index) => ({ from: `/archives/${index}`, to: `/posts/${index}` })),
  )
  expect(indexes.map((index) => many(`/archives/${index}/`, now)?.url)).toEqual(
    indexes.map((index) => `/posts/${index}`),
  )
})

const oldLists = createRedirectTable(
  [
    { from: '/tag/*', to: '/tags/*' },
    { from: '/category/*', to: '/categories/*' },
    { from: '/tag/x/feed/', to: '/tags/x/feed.xml' },
  ].map((redirect) => ({ ...redirect, from: canonicalSource(redirect.from) })),
)

test.each([
  ['/tag/x/', '/tags/x'],
  [`/tag/${encodeURIComponent('几何')}`, `/tags/${encodeURIComponent('几何')}`],
  ['/category/x/', '/categories/x'],
  ['/tag/x/feed/', '/tags/x/feed.xml'],
])('the old list %s is redirected to %s', (from, url) => {
  expect(oldLists(from, now)).toEqual({ url, status: 308 })
})
