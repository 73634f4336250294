import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { alone } from './alone'

let folder: string
let lock: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lemma-alone-'))
  lock = join(folder, 'deeper/publishing.lock')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('whoever comes second waits until the first is done', async () => {
  const order: string[] = []
  let finish = () => {}
  const first = alone(lock, async () => {
    order.push('first begins')
    await new Promise<void>((resolve) => {
      finish = resolve
    })
    order.push('first ends')
  })
  const second = alone(lock, async () => order.push('second'))
  await new Promise((resolve) => setTimeout(resolve, 100))
  finish()
  await Promise.all([first, second])
  expect(order).toEqual(['first begins', 'first ends', 'second'])
  expect(existsSync(lock)).toBe(false)
})

test('a turn ends with an error, too', async () => {
  await expect(
    alone(lock, async () => {
      throw new Error('broken')
    }),
  ).rejects.toThrow('broken')
  expect(await alone(lock, async () => 'next')).toBe('next')
})

test('who died is not waited for', { timeout: 30_000 }, async () => {
  mkdirSync(join(lock, 'somebody'), { recursive: true })
  expect(await alone(lock, async () => 'done')).toBe('done')
})

test('who was taken for dead leaves the turn of another alone', async () => {
  let finish = () => {}
  const slow = alone(lock, () => new Promise<void>((resolve) => (finish = resolve)))
  // It shows nothing for too long, and is removed.
  rmSync(lock, { recursive: true })
  await alone(lock, async () => {
    finish()
    await slow
    expect(existsSync(lock)).toBe(true)
  })
  expect(existsSync(lock)).toBe(false)
})
