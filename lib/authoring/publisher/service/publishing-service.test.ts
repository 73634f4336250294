import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { testSite } from '../../../site/test-site'
import type { Publication } from '../publisher'
import { PublishingService } from './publishing-service'

const publication: Publication = {
  files: ['content/posts/a.md'],
  tags: ['post:a'],
  problems: [],
  outdatedCode: [],
  published: { site: testSite, posts: [], series: [], pages: [], authors: [], files: [], connections: {} },
  isIncomplete: false,
  duration: 1,
}
const problem = { file: 'content/posts/a.md', line: 3, column: 1, rule: 'x', message: 'Found x.', hint: 'y' }
const publish = vi.fn(async () => publication)
const notify = vi.fn(async (_: readonly string[]) => {})
let pending: string[]
let service: PublishingService

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(console, 'log').mockImplementation(() => {})
  vi.spyOn(console, 'error').mockImplementation(() => {})
  publish.mockReset().mockResolvedValue(publication)
  notify.mockClear()
  pending = []
  const publisher = { publish, pending: () => pending, checkFiles: () => {} }
  service = new PublishingService({ mode: 'serve', publisher, notify, announcer: undefined })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

test('notifies the server of an edit, but not of a publication for a request', async () => {
  await service.publishChanges()
  expect(notify).toHaveBeenCalledExactlyOnceWith(['post:a'])
  const { prepared } = await service.publishForRequest(async () => 'commit')
  expect(prepared).toBe('commit')
  expect(notify).toHaveBeenCalledTimes(1)
})

test('runs one publication at a time', async () => {
  const order: string[] = []
  publish.mockImplementation(async () => {
    order.push('start')
    await Promise.resolve()
    order.push('end')
    return publication
  })
  await Promise.all([service.publishChanges(), service.publishForRequest(async () => {})])
  expect(order).toEqual(['start', 'end', 'start', 'end'])
})

test('a failure is pending with its reason until a retry succeeds', async () => {
  pending = ['content/posts/a.md']
  publish.mockRejectedValueOnce(new Error('no space left'))
  expect(await service.publishChanges()).toBeUndefined()
  expect(service.health()).toMatchObject({
    pending: { files: ['content/posts/a.md'], since: expect.any(String), reason: 'no space left' },
  })
  pending = []
  await vi.advanceTimersByTimeAsync(1_000)
  expect(service.health()).not.toHaveProperty('pending')
  expect(notify).toHaveBeenCalledExactlyOnceWith(['post:a'])
})

test('publishes again after a publication that is incomplete', async () => {
  publish.mockResolvedValueOnce({ ...publication, isIncomplete: true })
  await service.publishChanges()
  expect(publish).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(publish).toHaveBeenCalledTimes(2)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(publish).toHaveBeenCalledTimes(2)
})

test('health lists errors but no warnings, and the log repeats no problem', async () => {
  publish.mockResolvedValue({ ...publication, problems: [problem, { ...problem, severity: 'warning' }] })
  await service.publishChanges()
  await service.publishChanges()
  expect(service.health().problems).toEqual([
    { file: 'content/posts/a.md', line: 3, column: 1, message: 'Found x.' },
  ])
  expect(console.error).toHaveBeenCalledTimes(1)
})
