import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createRetry } from './retry'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('retries after delays that double up to 30 s, and starts with a short delay after a success', () => {
  let attempts = 0
  const retry = createRetry(() => attempts++)
  expect(Array.from({ length: 7 }, () => retry.failed())).toEqual([
    1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
  ])
  retry.succeeded()
  vi.advanceTimersByTime(60_000)
  expect(attempts).toBe(0)
  expect(retry.failed()).toBe(1_000)
  vi.advanceTimersByTime(999)
  expect(attempts).toBe(0)
  vi.advanceTimersByTime(1)
  expect(attempts).toBe(1)
})
