import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SiteCode } from './site-code'

const project = process.cwd()
const folder = mkdtempSync(join(tmpdir(), 'lemma-site-code-'))

beforeEach(() => {
  process.chdir(folder)
  mkdirSync('site/components', { recursive: true })
  for (const name of ['A', 'B']) writeFileSync(`site/components/${name}.tsx`, `export function ${name}() {}`)
})
afterEach(() => {
  process.chdir(project)
  rmSync(folder, { recursive: true })
})

test('names components and slots that are new, changed or deleted since the start', () => {
  const code = new SiteCode()
  expect(code.changedFiles()).toEqual([])
  writeFileSync('site/components/A.tsx', 'export function A() { return 1 }')
  writeFileSync('site/components/C.tsx', 'export function C() {}')
  writeFileSync('site/slots.tsx', 'export function Head() {}')
  rmSync('site/components/B.tsx')
  expect(code.changedFiles()).toEqual([
    ...['site/components/A.tsx', 'site/components/B.tsx', 'site/components/C.tsx', 'site/slots.tsx'],
  ])
})
