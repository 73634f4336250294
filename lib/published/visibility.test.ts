import { expect, test, vi } from 'vitest'
import { isListed, isReadable, nextPublication } from './visibility'

const now = new Date('2024-06-01T00:00:00Z')
const post = { draft: false, unlisted: false, date: '2024-01-01T00:00:00Z' }

test('a published post is readable and listed', () => {
  expect([isReadable(post, now), isListed(post, now)]).toEqual([true, true])
})

test('a draft is neither readable nor listed', () => {
  expect([isReadable({ ...post, draft: true }, now), isListed({ ...post, draft: true }, now)]).toEqual([
    false,
    false,
  ])
})

test('a scheduled post is neither readable nor listed until its date', () => {
  const future = { ...post, date: '2024-06-01T00:00:00.001Z' }
  expect([isReadable(future, now), isListed(future, now)]).toEqual([false, false])
  expect(isListed({ ...post, date: now.toISOString() }, now)).toBe(true)
})

test('an unlisted post is readable but not listed', () => {
  expect([isReadable(post, now), isListed({ ...post, unlisted: true }, now)]).toEqual([true, false])
})

test('the next publication is the earliest future date of a post that is no draft', () => {
  const at = (date: string, draft = false) => ({ date, draft })
  const posts = [
    at('2024-01-01T00:00:00Z'),
    at('2024-09-01T00:00:00Z'),
    at('2024-08-01T00:00:00Z'),
    at('2024-07-01T00:00:00Z', true),
  ]
  expect(nextPublication(posts, now)?.toISOString()).toBe('2024-08-01T00:00:00.000Z')
  expect(nextPublication([], now)).toBeUndefined()
})

const scheduled = { draft: false, date: '2024-06-02T00:00:00Z' }
const draft = { draft: true, date: post.date }

test.each([
  ['preview', true],
  ['production', false],
  ['', false],
])('with VERCEL_ENV=%s, drafts and scheduled posts are readable: %s', async (environment, isShown) => {
  vi.stubEnv('VERCEL_ENV', environment)
  vi.resetModules()
  const visibility = await import('./visibility')
  expect([draft, scheduled].map((post) => visibility.isReadable(post, now))).toEqual([isShown, isShown])
  vi.unstubAllEnvs()
})
