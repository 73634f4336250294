import { expect, test } from 'vitest'
import { readRequest, requestUrl } from './request'

const read = (address: string) => {
  const fields = new URLSearchParams(address)
  return readRequest((name) => fields.get(name))
}

test('what is asked is read from an address, and written to the same', () => {
  const request = read('q=%20变分%20%20法&year=2010&category=数学&series=fourier&page=2')
  expect(request).toEqual({ q: '变分 法', year: '2010', category: '数学', series: 'fourier', page: 2 })
  expect(read(requestUrl('', request).slice(1))).toEqual(request)
})

test('everything is bounded, and nonsense is nothing', () => {
  expect(read(`q=${'长'.repeat(5000)}`).q).toHaveLength(120)
  expect(read('q=a&year=20x0&page=-3&category=')).toEqual({ q: 'a', page: 1 })
  expect(read('page=1e9').page).toBe(1)
})
