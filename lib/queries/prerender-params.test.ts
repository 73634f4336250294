import { expect, test, vi } from 'vitest'
import { prerenderParams } from './prerender-params'

vi.mock('server-only', () => ({}))

const tags = ['C*-algebra', '变分', 'why?', 'Hilbert: a life', '极值'].map((tag) => ({ tag }))
const none = { tag: 'none' }

test('prerenders the most important pages', () => {
  expect(prerenderParams(tags, 2, none, 'linux')).toEqual([{ tag: 'C*-algebra' }, { tag: '变分' }])
  expect(prerenderParams([], 2, none, 'linux')).toEqual([none])
})

test('leaves out on Windows what cannot be the name of a file there', () => {
  expect(prerenderParams(tags, 5, none, 'win32')).toEqual([{ tag: '变分' }, { tag: '极值' }])
  expect(prerenderParams([{ path: ['a:b'] }], 5, { path: ['none'] }, 'win32')).toEqual([{ path: ['none'] }])
})
