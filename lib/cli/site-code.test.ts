import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { copySiteCode } from './site-code.mjs'

const project = process.cwd()
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lemma-site-code-'))
  mkdirSync(join(folder, 'engine'))
  process.chdir(join(folder, 'engine'))
})
afterEach(() => {
  process.chdir(project)
  rmSync(folder, { recursive: true })
})

function write(file: string, text = ''): void {
  mkdirSync(join(folder, 'site', file, '..'), { recursive: true })
  writeFileSync(join(folder, 'site', file), text)
}

const copy = () => copySiteCode(folder)
const read = (file: string) => readFileSync(join('.site-code', file), 'utf8')

test('a site without code has no components and no slots', () => {
  copy()
  expect(read('names.ts')).toContain('= []')
  expect(read('slots.ts')).toBe('export const slots = {}\n')
})

test('components are copied with what is next to them, and imported on first use', () => {
  write('components/Plot.tsx', 'code')
  write('components/data/points.csv', 'x,y')
  write('public/logo.svg')
  copy()
  expect(read('site/components/Plot.tsx')).toBe('code')
  expect(read('site/components/data/points.csv')).toBe('x,y')
  expect(read('names.ts')).toContain('["Plot"]')
  expect(read('components.ts')).toContain("import('./site/components/Plot').then(({ Plot }) => Plot)")
  expect(existsSync('.site-code/site/public')).toBe(false)
})

test('the slots are the exports of site/slots.tsx', () => {
  write('slots.tsx', 'export function Head() { return null }')
  copy()
  expect(read('slots.ts')).toContain("from './site/slots'")
  expect(existsSync('.site-code/site/slots.tsx')).toBe(true)
})

test('deleted files are removed, and unchanged files are not written', () => {
  write('components/A.tsx', 'a')
  write('components/B.tsx', 'b')
  copy()
  const { mtimeMs } = statSync('.site-code/site/components/A.tsx')
  rmSync(join(folder, 'site/components/B.tsx'))
  copy()
  expect(existsSync('.site-code/site/components/B.tsx')).toBe(false)
  expect(statSync('.site-code/site/components/A.tsx').mtimeMs).toBe(mtimeMs)
})
