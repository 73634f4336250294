import { expect, test } from 'vitest'
import { chooseStop } from './keys'

test('the next stop is the first one below the top of the window, the previous one the last above it', () => {
  const tops = [-900, -300, 200, 800]
  expect(chooseStop(tops, 1, undefined)).toBe(2)
  expect(chooseStop(tops, -1, undefined)).toBe(1)
})

test('a focused stop takes precedence over the scroll position', () => {
  expect(chooseStop([0, 100, 200], 1, 1)).toBe(2)
  expect(chooseStop([0, 100, 200], -1, 1)).toBe(0)
})

test('there is no stop before the first and after the last', () => {
  expect(chooseStop([0, 100], -1, 0)).toBeUndefined()
  expect(chooseStop([0, 100], 1, 1)).toBeUndefined()
  expect(chooseStop([-200, -100], 1, undefined)).toBeUndefined()
  expect(chooseStop([], 1, undefined)).toBeUndefined()
})
