import { readFileSync } from 'node:fs'
import { afterEach, expect, test, vi } from 'vitest'
import { explainWriteError } from './write-access.mjs'

const systemError = (code: string, syscall: string, path?: string) =>
  Object.assign(new Error(`${code}: ${syscall}`), { code, syscall, ...(path && { path }) })

afterEach(() => {
  vi.unstubAllEnvs()
})

test('names the nearest existing folder of a missing file, and a remedy', () => {
  const error = systemError('EROFS', 'mkdir', '.lemma/none/deep')
  expect(explainWriteError(error)).toMatch(
    /^Could not create \.lemma\/none\/deep: \/.* is on a read-only file system \(EROFS\)\. Mount/,
  )
  vi.stubEnv('LEMMA_LANG', 'zh-CN')
  expect(explainWriteError(error)).toMatch(/^无法新建 \.lemma\/none\/deep：\/.* 位于只读文件系统（EROFS）。/)
})

test('explains why a temporary folder cannot be created', () => {
  expect(explainWriteError(systemError('EROFS', 'mkdtemp', 'none-XXXXXX'))).toMatch(
    /^Could not create none-XXXXXX: /,
  )
})

test('reports a full disk without a path, because Node gives none', () => {
  expect(explainWriteError(systemError('ENOSPC', 'write'))).toBe(
    'Could not write: no space is left on the disk (ENOSPC). Free some space, then run the command again.',
  )
  vi.stubEnv('LEMMA_LANG', 'zh-CN')
  expect(explainWriteError(systemError('ENOSPC', 'write'))).toBe(
    '无法写入：磁盘空间不足（ENOSPC）。请清理后重新运行。',
  )
})

test('ignores errors that are not write errors', () => {
  expect(explainWriteError(systemError('EACCES', 'listen'))).toBeUndefined()
  expect(explainWriteError(systemError('EPERM', 'kill'))).toBeUndefined()
  expect(explainWriteError('ENOSPC')).toBeUndefined()
  try {
    readFileSync('none')
  } catch (error) {
    expect(explainWriteError(error)).toBeUndefined()
  }
})
