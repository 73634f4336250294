import { expect, test } from 'vitest'
import { createToken, readToken } from './token'

const now = Date.parse('2026-01-01T00:00:00Z')
const later = now + 60_000
const token = createToken('摆线', later, 'secret')

test('a token opens its post until it expires', () => {
  expect(readToken('摆线', token, 'secret', now)).toBe(later)
  expect(readToken('摆线', token, 'secret', later)).toBeUndefined()
})

test.each([
  ['another post', 'cycloid', token, 'secret'],
  ['another secret', '摆线', token, 'other'],
  ['no secret', '摆线', createToken('摆线', later, ''), ''],
  ['a later instant', '摆线', token.replace(/^\d+/, (seconds) => String(Number(seconds) + 60)), 'secret'],
  ['no signature', '摆线', String(later / 1000), 'secret'],
  ['nothing', '摆线', '', 'secret'],
])('a token does not open %s', (_, slug, given, secret) => {
  expect(readToken(slug, given, secret, now)).toBeUndefined()
})
