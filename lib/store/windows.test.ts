import { posix, win32 } from 'node:path'
import { expect, test, vi } from 'vitest'
import { isWindowsFileName, renameOver, toPosix } from './windows.mjs'

test('writes the paths of Windows with /, and keeps those of other systems', () => {
  expect(toPosix(win32.join('content', 'posts', '变分', 'a b.svg'), win32.sep)).toBe(
    'content/posts/变分/a b.svg',
  )
  expect(toPosix(win32.relative('C:\\site', 'C:\\site\\content\\a.md'), win32.sep)).toBe('content/a.md')
  // A backslash is an ordinary character in names of other systems.
  expect(toPosix('content/a\\b.md', posix.sep)).toBe('content/a\\b.md')
})

const inUse = (code: string) => Object.assign(new Error(code), { code })

test('renames again on Windows while another program has the file open', () => {
  const rename = vi.fn<(from: string, to: string) => void>()
  for (const code of ['EPERM', 'EBUSY', 'EACCES'])
    rename.mockImplementationOnce(() => {
      throw inUse(code)
    })
  renameOver('a.tmp', 'a', { rename, platform: 'win32' })
  expect(rename.mock.calls).toEqual(Array(4).fill(['a.tmp', 'a']))
})

test.each([
  ['another system', 'EPERM', 'linux'],
  ['another error', 'ENOSPC', 'win32'],
] as const)('reports %s at once', (_, code, platform) => {
  const rename = vi.fn(() => {
    throw inUse(code)
  })
  expect(() => renameOver('a.tmp', 'a', { rename, platform })).toThrow(code)
  expect(rename).toHaveBeenCalledOnce()
})

test.each(['变分', 'C++', 'a.b', 'console', 'com', 'ノルム'])('%s is a file name on Windows', (name) => {
  expect(isWindowsFileName(name)).toBe(true)
})

test.each([
  'C: basics',
  'why?',
  'A*-algebra',
  'a/b',
  'a\\b',
  '"x"',
  'x|y',
  '<x>',
  'etc.',
  'x ',
  'con',
  'NUL',
  'aux.md',
  'COM1',
  'a\tb',
])('%j is no file name on Windows', (name) => {
  expect(isWindowsFileName(name)).toBe(false)
})
