import { expect, test } from 'vitest'
import { readSearchRequest, searchUrl } from './request'

const read = (address: string) => {
  const fields = new URLSearchParams(address)
  return readSearchRequest((name) => fields.get(name))
}

test('a request survives the conversion to a URL and back', () => {
  const request = read('q=%20变分%20%20法&year=2010&category=数学&series=fourier&page=2')
  expect(request).toEqual({ q: '变分 法', year: '2010', category: '数学', series: 'fourier', page: 2 })
  expect(read(searchUrl('', request).slice(1))).toEqual(request)
})

test('truncates long fields and ignores invalid ones', () => {
  expect(read(`q=${'长'.repeat(5000)}`).q).toHaveLength(120)
  expect(read('q=a&year=20x0&page=-3&category=')).toEqual({ q: 'a', page: 1 })
  expect(read('page=1e9').page).toBe(1)
})
