import { expect, test } from 'vitest'
import { toVerification } from './verification'

test('each search engine has its own meta tag', () => {
  expect(toVerification({ google: 'g', bing: 'b', baidu: 'c' })).toEqual({
    google: 'g',
    other: { 'msvalidate.01': 'b', 'baidu-site-verification': 'c' },
  })
  expect(toVerification({})).toEqual({ other: {} })
})
