import { expect, test } from 'vitest'
import { toQueryRewrites } from './query-redirects.mjs'

test('one rewrite serves many values of a parameter; paths without a query have none', () => {
  expect(
    toQueryRewrites(['/old', '/wiki/*', '/?p=1', '/?p=23', '/index.php?id=a.b', '/?m=2011&x=1']),
  ).toEqual([
    {
      source: '/',
      has: [
        { type: 'query', key: 'm', value: '2011' },
        { type: 'query', key: 'x', value: '1' },
      ],
      destination: '/redirects',
    },
    { source: '/', has: [{ type: 'query', key: 'p', value: '(?:1|23)' }], destination: '/redirects' },
    {
      source: '/index.php',
      has: [{ type: 'query', key: 'id', value: '(?:a\\.b)' }],
      destination: '/redirects/index.php',
    },
  ])
})

test('the conditions of ten thousand values are short enough for Vercel, and match each value exactly', () => {
  const rewrites = toQueryRewrites(Array.from({ length: 10_000 }, (_, index) => `/?p=${index}`))
  expect(rewrites.length).toBeLessThan(100)
  const conditions = rewrites.map(({ has: [condition] }) => condition?.value ?? '')
  expect(Math.max(...conditions.map(({ length }) => length))).toBeLessThan(4_096)
  const matches = (value: string) => conditions.filter((text) => new RegExp(`^${text}$`).test(value)).length
  expect([matches('0'), matches('1'), matches('9999'), matches('10000'), matches('1x')]).toEqual([
    1, 1, 1, 0, 0,
  ])
})
