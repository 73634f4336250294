import { expect, test } from 'vitest'
import { changedFiles, scan } from './scan'

test('new, changed and lost files are told, the others are not', () => {
  const before = new Map([
    ['same', '1'],
    ['changed', '1'],
    ['lost', '1'],
  ])
  const after = new Map([
    ['same', '1'],
    ['changed', '2'],
    ['new', '1'],
  ])
  expect(changedFiles(before, after)).toEqual(['changed', 'lost', 'new'])
})

test('a scan sees articles and their images, by their path from the root', () => {
  const found = [...scan().keys()]
  expect(found).toContain('content/posts/basel-problem.mdx')
  expect(found).toContain('content/posts/欧拉的桥/bridges.svg')
  expect(found.some((file) => file.includes('/.'))).toBe(false)
})
