import { expect, test } from 'vitest'
import { canonicalAlias, createAliasTable } from './aliases'

const now = Date.parse('2020-01-01')
const aliases = ['/2011/x/', '/?p=1', '/feed/', '/tag/x', '/archives/1.html', '/甲/乙', '/a?b=1&c=2', '/a']
const find = createAliasTable(
  aliases.map((alias, index) => ({ address: canonicalAlias(alias), url: `/posts/${index}` })),
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
  expect(find(url, now)).toBe(`/posts/${index}`)
})

test.each(['/', '/?p=2', '/?p=11', '/2011', '/2011/x/y', '/2011/X', '/%', '/tag'])('%s is none', (url) => {
  expect(find(url, now)).toBeUndefined()
})

test('the alias of a scheduled post matches from its date', () => {
  const scheduled = createAliasTable([{ address: '/x', url: '/posts/x', from: '2020-06-01T00:00:00.000Z' }])
  expect(scheduled('/x', now)).toBeUndefined()
  expect(scheduled('/x', Date.parse('2020-07-01'))).toBe('/posts/x')
})
