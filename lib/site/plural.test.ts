import { expect, test } from 'vitest'
import { plural } from './plural.mjs'

test('the noun has the form of its number', () => {
  expect([0, 1, 2].map((number) => plural(number, 'post'))).toEqual(['0 posts', '1 post', '2 posts'])
  expect(plural(2, 'series', 'series')).toBe('2 series')
})
