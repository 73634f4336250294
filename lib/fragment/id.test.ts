import { expect, test } from 'vitest'
import { formatFragmentId, parseFragmentId } from './id'

const key = '0123456789abcdef0123456789abcdef'

test('a name is read as it was written', () => {
  for (const id of [
    { key, part: 'page', piece: 0 },
    { key, part: 'teaser', piece: 12 },
    { key, part: 'page', piece: 'contents' },
  ] as const) {
    expect(parseFragmentId(formatFragmentId(id))).toEqual(id)
  }
})

test.each([
  '',
  '../../etc/passwd',
  `${key}.feed.0`,
  `${key}.page.-1`,
  `${key}.page.0/..`,
  `${key.slice(1)}.page.0`,
])('%j is refused', (id) => expect(() => parseFragmentId(id)).toThrow('Not a fragment'))
