import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withLock } from './lock'

let folder: string
let lock: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lemma-lock-'))
  lock = join(folder, 'deeper/publishing.lock')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('waits until the holder releases the lock', async () => {
  const order: string[] = []
  let finish = () => {}
  const first = withLock(lock, async () => {
    order.push('first begins')
    await new Promise<void>((resolve) => {
      finish = resolve
    })
    order.push('first ends')
  })
  const second = withLock(lock, async () => order.push('second'))
  await new Promise((resolve) => setTimeout(resolve, 100))
  finish()
  await Promise.all([first, second])
  expect(order).toEqual(['first begins', 'first ends', 'second'])
  expect(existsSync(lock)).toBe(false)
})

test('releases the lock after an error', async () => {
  await expect(
    withLock(lock, async () => {
      throw new Error('broken')
    }),
  ).rejects.toThrow('broken')
  expect(await withLock(lock, async () => 'next')).toBe('next')
})

test('takes over the lock of a holder that has crashed', { timeout: 30_000 }, async () => {
  mkdirSync(join(lock, 'holder'), { recursive: true })
  expect(await withLock(lock, async () => 'done')).toBe('done')
})

test('does not release a lock that another process has taken over', async () => {
  let finish = () => {}
  const slow = withLock(lock, () => new Promise<void>((resolve) => (finish = resolve)))
  // As if it had been stale.
  rmSync(lock, { recursive: true })
  await withLock(lock, async () => {
    finish()
    await slow
    expect(existsSync(lock)).toBe(true)
  })
  expect(existsSync(lock)).toBe(false)
})
