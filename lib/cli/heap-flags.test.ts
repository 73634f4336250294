import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { heapFlags, supportedFlags } from './heap-flags.mjs'

test('this version of Node starts with the flags', () => {
  const flags = heapFlags(8, 10)
  expect(flags).toContain('--max-semi-space-size=8')
  expect(execFileSync(process.execPath, [...flags, '-p', '1 + 1'], { encoding: 'utf8' })).toBe('2\n')
})

test('leaves out a flag that the version of Node does not have', () => {
  const options = '  --max-semi-space-size (max size of a semi-space)\n  --heap-growing (other)\n'
  expect(supportedFlags(['--max-semi-space-size=8', '--heap-growing-percent=10'], options)).toEqual([
    '--max-semi-space-size=8',
  ])
})
