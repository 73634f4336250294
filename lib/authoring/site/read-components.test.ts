import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { componentsVersion } from './components-version'
import { readComponents } from './read-components'

const project = process.cwd()
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lemma-components-'))
  // Packages are those of the engine.
  vi.stubEnv('LEMMA_ENGINE', project)
  mkdirSync(join(folder, 'site/components'), { recursive: true })
  process.chdir(folder)
})
afterEach(() => {
  process.chdir(project)
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

const write = (name: string, text: string) => writeFileSync(join('site/components', name), text)

async function checkProps(code: string, props: Record<string, unknown>) {
  write('A.tsx', code)
  const [component] = await readComponents()
  return component?.check?.(props).map(({ message }) => message) ?? component?.error
}

/** A component, and a schema for it. */
const schema = `
  export const A = () => null
  import * as v from 'valibot'
  export const schema = v.strictObject({ r: v.pipe(v.number(), v.maxValue(4, 'at most 4')) })`

test('files with a capital are components; others are what they import', async () => {
  for (const file of ['B.tsx', 'A.tsx', 'helper.tsx', 'A.test.ts', 'data.json']) write(file, 'export {}')
  expect((await readComponents()).map(({ name }) => name)).toEqual(['A', 'B'])
})

test('a site without the folder has no components', async () => {
  rmSync('site', { recursive: true })
  expect(await readComponents()).toEqual([])
})

test('props are checked with the schema', async () => {
  expect(await checkProps(schema, { r: 3 })).toEqual([])
  expect(await checkProps(schema, { r: 5 })).toEqual(['r: at most 4'])
  expect(await checkProps(schema, { r: 3, x: 1 })).toEqual([
    'x: Invalid key: Expected never but received "x"',
  ])
})

test('each prop has at most one problem', async () => {
  const union = `export const A = () => null
    import * as v from 'valibot'
    export const schema = v.object({ r: v.pipe(v.string(), v.minLength(9, 'too short'), v.regex(/^a/, 'no a')), s: v.number() })`
  expect(await checkProps(union, { r: 'b', s: null })).toEqual([
    'r: too short',
    's: Invalid type: Expected number but received null',
  ])
})

test('a file must export the component under its name', async () => {
  const error = 'site/components/A.tsx does not export "A"'
  expect(await checkProps('export default function A() {}', {})).toBe(error)
  expect(await checkProps('export const AB = () => null', {})).toBe(error)
  expect(await checkProps('const A = () => null; export { A }', {})).toBeUndefined()
})

test('a component without a schema accepts all props', async () => {
  expect(await checkProps('export function A() { return null }', { x: 1 })).toBeUndefined()
  expect(await checkProps('const schema = 1; export const A = () => schema', { x: 1 })).toBeUndefined()
})

test('only the code of the schema runs', async () => {
  write('data.csv', 'a,b\n')
  write('browser.ts', 'window.alert(1); export const x = 1')
  const code = `import { x } from './browser'; import data from './data.csv'; import 'jsxgraph'
    import { useState } from 'react'; ${schema}; export function Other() { useState(x + data); return <p /> }`
  expect(await checkProps(code, { r: 3 })).toEqual([])
})

test.each([
  ['export const schema = {', /^site\/components\/A\.tsx:2: /],
  ['export const schema = { type: "object" }', /^its export "schema" is not a schema/],
  ['import "./missing"; export const schema = 1', /Could not resolve "\.\/missing"/],
  ['export const schema = (() => { throw new Error("broken") })()', /^broken$/],
  ['export const schema = (() => { for (;;) {} })()', /timed out/],
])('what cannot be used has an error: %s', async (code, message) => {
  expect(await checkProps(`export const A = () => null\n${code}`, {})).toMatch(message)
})

test('the version changes with every file of the folder', () => {
  const versions = [componentsVersion()]
  write('A.tsx', 'export {}')
  versions.push(componentsVersion())
  write('data.json', '1')
  versions.push(componentsVersion())
  write('data.json', '2')
  versions.push(componentsVersion())
  expect(new Set(versions).size).toBe(4)
})
