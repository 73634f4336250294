import { expect, test } from 'vitest'
import { chooseStop } from './keys'

test('the next stop is the first below the top of the window, the previous the last above it', () => {
  const tops = [-900, -300, 200, 800]
  expect(chooseStop(tops, 1, undefined)).toBe(2)
  expect(chooseStop(tops, -1, undefined)).toBe(1)
})

test('a stop in focus counts before the place of the window', () => {
  expect(chooseStop([0, 100, 200], 1, 1)).toBe(2)
  expect(chooseStop([0, 100, 200], -1, 1)).toBe(0)
})

test('there is nothing before the first stop and after the last', () => {
  expect(chooseStop([0, 100], -1, 0)).toBeUndefined()
  expect(chooseStop([0, 100], 1, 1)).toBeUndefined()
  expect(chooseStop([-200, -100], 1, undefined)).toBeUndefined()
  expect(chooseStop([], 1, undefined)).toBeUndefined()
})
