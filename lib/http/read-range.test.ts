import { expect, test } from 'vitest'
import { readRange } from './read-range'

test.each([
  ['bytes=0-6', { start: 0, end: 6 }],
  ['bytes=90-', { start: 90, end: 99 }],
  ['bytes=-10', { start: 90, end: 99 }],
  ['bytes=90-500', { start: 90, end: 99 }],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=0-0,5-9', undefined],
  ['lines=0-6', undefined],
  ['bytes', undefined],
  [null, undefined],
])('%s of 100 bytes is %j', (header, range) => {
  expect(readRange(header, 100)).toEqual(range)
})
