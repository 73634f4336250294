import { expect, test } from 'vitest'
import { tryFile } from './try-file'

const file = 'content/posts/x.md'

test('turns an error caused by the content of a file into a problem of that file', () => {
  expect(tryFile(file, () => encodeURIComponent('\uD800'))).toMatchObject({
    problem: { file, line: 1, rule: 'compiler' },
  })
  expect(tryFile(file, () => 1)).toEqual({ value: 1 })
})

test('rethrows system errors', () => {
  const full = Object.assign(new Error('no space'), { code: 'ENOSPC' })
  const work = () => {
    throw full
  }
  expect(() => tryFile(file, work)).toThrow(full)
})
