import { expect, test } from 'vitest'
import { categoryUrl, decodeSlug, indexUrl, tagUrl } from './urls'

test('names in any script become addresses and come back', () => {
  for (const name of ['变分', 'C++', 'a/b', '100%', 'Erdős']) {
    expect(decodeSlug(tagUrl(name).slice('/tags/'.length))).toBe(name)
    expect(decodeSlug(categoryUrl(name).slice('/categories/'.length))).toBe(name)
  }
})

test('a name that was decoded already stays as it is', () => {
  expect(decodeSlug('变分')).toBe('变分')
  expect(decodeSlug('100%')).toBe('100%')
})

test('the first index page is the front page', () => {
  expect([indexUrl(1), indexUrl(2)]).toEqual(['/', '/page/2'])
})
