import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Level } from './format.mjs'
import { limitRepeats } from './limit-repeats'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function open(options: { limit: number; maxLines?: number }) {
  const lines: string[] = []
  const { log, flush } = limitRepeats(({ message }) => lines.push(message), options)
  const repeat = (message: string, times: number, level: Level = 'error') => {
    for (let time = 0; time < times; time++) log({ level, message })
  }
  return { lines, repeat, flush }
}

test('identical errors are printed until the limit; at the end of the minute a line has the number of the others', () => {
  const { lines, repeat } = open({ limit: 2 })
  repeat('Failed.\nat x', 252)
  expect(lines).toEqual(['Failed.\nat x', 'Failed.\nat x'])
  vi.advanceTimersByTime(60_000)
  expect(lines.slice(2)).toEqual(['… 250 more like this in the last minute: Failed.'])
  repeat('Failed.\nat x', 1)
  expect(lines.slice(3)).toEqual(['Failed.\nat x'])
})

test('other errors are still printed, and information is never limited', () => {
  const { lines, repeat } = open({ limit: 1 })
  repeat('a', 3)
  repeat('b', 1)
  repeat('Published.', 3, 'info')
  expect(lines).toEqual(['a', 'b', 'Published.', 'Published.', 'Published.'])
})

test('a limited number of lines is remembered; the number of a forgotten one is reported', () => {
  const { lines, repeat } = open({ limit: 1, maxLines: 1 })
  repeat('a', 3)
  repeat('b', 1)
  repeat('c', 1)
  expect(lines).toEqual(['a', 'b', '… 2 more like this in the last minute: a', 'c'])
})

test('what was counted is reported at the end of the process', () => {
  const { lines, repeat, flush } = open({ limit: 1 })
  repeat('a', 3)
  flush()
  expect(lines).toEqual(['a', '… 2 more like this in the last minute: a'])
})
