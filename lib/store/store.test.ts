import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { copyAtomically, DamagedFile, openStore, readJson, seal, unseal, writeAtomically } from './store'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lemma-store-'))
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  rmSync(folder, { recursive: true })
  vi.restoreAllMocks()
})

test('unseals sealed bytes, and detects any damage', () => {
  const sealed = seal(Buffer.from('some bytes'))
  expect(String(unseal(sealed, 'file'))).toBe('some bytes')
  for (const damaged of [
    Buffer.alloc(0),
    sealed.subarray(0, 5),
    sealed.subarray(0, sealed.length - 1),
    Buffer.concat([sealed, Buffer.from('x')]),
    Buffer.from(sealed.map((byte, index) => (index === 12 ? byte ^ 1 : byte))),
  ])
    expect(() => unseal(damaged, 'file')).toThrow(DamagedFile)
})

test('a damaged JSON file reads as missing, and is logged', () => {
  const file = join(folder, 'a.json')
  expect(readJson(file)).toBeUndefined()
  expect(console.error).not.toHaveBeenCalled()
  writeFileSync(file, '{"a":')
  expect(readJson(file)).toBeUndefined()
  expect(console.error).toHaveBeenCalledWith(expect.stringContaining(file))
})

test('a truncated value reads as missing', () => {
  const store = openStore(folder)
  store.write('shelf', 'abcd', { a: 1 })
  expect(store.read('shelf', 'abcd')).toEqual({ a: 1 })
  truncateSync(store.path('shelf', 'abcd'), 3)
  expect(store.read('shelf', 'abcd')).toBeUndefined()
})

test('a failed write leaves the old file and no temporary file', () => {
  const file = join(folder, 'a')
  writeAtomically(file, 'old', true)
  expect(() => copyAtomically(join(folder, 'none'), file)).toThrow('ENOENT')
  expect(readFileSync(file, 'utf8')).toBe('old')
  expect(readdirSync(folder)).toEqual(['a'])
})
