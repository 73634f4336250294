import { expect, test } from 'vitest'
import { formatFragmentId, parseWhole, splitFragmentId } from './id'

const key = '0123456789abcdef0123456789abcdef'

test('a name is read as it was written', () => {
  for (const id of [
    { key, part: 'page', piece: 0 },
    { key, part: 'teaser', piece: 12 },
    { key, part: 'page', piece: 'contents' },
  ] as const) {
    const { whole, piece } = splitFragmentId(formatFragmentId(id))
    expect(parseWhole(whole)).toEqual({ key, part: id.part })
    expect(piece).toBe(String(id.piece))
  }
})

test.each(['', '../../etc/passwd', `${key}.feed`, `${key}.page.0`, `${key}.page/..`, `${key.slice(1)}.page`])(
  '%j is refused',
  (whole) => expect(() => parseWhole(whole)).toThrow('Not an article'),
)
