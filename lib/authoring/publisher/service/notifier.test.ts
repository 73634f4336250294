import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createNotifier } from './notifier'

const fetching = vi.fn<typeof fetch>()
const tagsOf = (call: number) => JSON.parse(String(fetching.mock.calls[call]?.[1]?.body)).tags

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal(
    'fetch',
    fetching.mockReset().mockImplementation(async () => new Response('{}')),
  )
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('sends tags once when the server accepts them', async () => {
  const { notify, takeUndelivered } = createNotifier('http://x', 'token')
  await notify(['lists'])
  await notify([])
  expect(fetching).toHaveBeenCalledTimes(1)
  expect(tagsOf(0)).toEqual(['lists'])
  expect(takeUndelivered()).toEqual([])
})

test('retries with the tags that were added since the failure', async () => {
  fetching.mockRejectedValueOnce(new Error('refused')).mockRejectedValueOnce(new Error('refused'))
  const { notify } = createNotifier('http://x', 'token')
  await notify(['lists'])
  await notify(['post:a'])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(tagsOf(2)).toEqual(['lists', 'post:a'])
  expect(fetching).toHaveBeenCalledTimes(3)
})

test('returns the tags that are not delivered', async () => {
  fetching.mockRejectedValueOnce(new Error('refused'))
  const { notify, takeUndelivered } = createNotifier('http://x', 'token')
  await notify(['lists'])
  expect(takeUndelivered()).toEqual(['lists'])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(fetching).toHaveBeenCalledTimes(1)
})
