import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { areInstalled } from './installed-packages.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lemma-packages-'))
  mkdirSync(join(folder, 'node_modules'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const math = { 'node_modules/math': { version: '1.0.0', integrity: 'sha512-a' } }
const forOtherSystem = { 'node_modules/windows': { version: '1.0.0', integrity: 'sha512-b', optional: true } }

/** Write a lockfile of npm. @param seconds its time of modification */
function write(file: string, packages: object, seconds: number) {
  writeFileSync(join(folder, file), JSON.stringify({ packages }))
  utimesSync(join(folder, file), seconds, seconds)
}

const install = (packages: object) => write('node_modules/.package-lock.json', packages, 1000)

test('packages are not installed without the file that npm writes last', () => {
  write('package-lock.json', { '': {} }, 2000)
  expect(areInstalled(folder)).toBe(false)
})

test('a newer lockfile with the same packages needs no installation', () => {
  write('package-lock.json', { '': { version: '2.0.0' }, ...math, ...forOtherSystem }, 2000)
  install(math)
  expect(areInstalled(folder)).toBe(true)
})

test.each([
  ['another version', { 'node_modules/math': { version: '1.0.1', integrity: 'sha512-a' } }],
  ['other contents', { 'node_modules/math': { version: '1.0.0', integrity: 'sha512-c' } }],
  ['a package more', { ...math, 'node_modules/text': { version: '1.0.0' } }],
])('a newer lockfile with %s needs an installation', (_, packages) => {
  write('package-lock.json', packages, 2000)
  install(math)
  expect(areInstalled(folder)).toBe(false)
})

test('a newer lockfile with a merge conflict is left to npm', () => {
  install(math)
  writeFileSync(join(folder, 'package-lock.json'), '<<<<<<< HEAD')
  expect(areInstalled(folder)).toBe(false)
})
