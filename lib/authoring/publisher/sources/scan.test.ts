import { afterEach, expect, test } from 'vitest'
import { changedFiles, scan } from './scan'

test('reports new, changed and deleted files, and no others', () => {
  const before = new Map([
    ['same', '1'],
    ['changed', '1'],
    ['deleted', '1'],
  ])
  const after = new Map([
    ['same', '1'],
    ['changed', '2'],
    ['new', '1'],
  ])
  expect(changedFiles(before, after)).toEqual(['changed', 'deleted', 'new'])
})

const project = process.cwd()

afterEach(() => process.chdir(project))

test('finds articles and their images, by path from the site’s folder', () => {
  process.chdir('e2e/sites/sample')
  const found = [...scan().keys()]
  expect(found).toContain('content/posts/basel-problem.mdx')
  expect(found).toContain('content/posts/欧拉的桥/bridges.svg')
  expect(found.some((file) => file.includes('/.'))).toBe(false)
})
