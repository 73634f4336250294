import { resolve } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { testSite } from '../../site/test-site'
import { type CompilerPool, openCompilerPool } from './pool'

const script = resolve('lib/authoring/compile/fixtures/worker.ts')
let pool: CompilerPool

const open = (size: number, timeLimit = 30_000) => {
  pool = openCompilerPool({ size, timeLimit, script })
  return pool
}
const problemsOf = async (file: string) => (await pool.read(file, testSite))?.problems
const processOf = async (file: string) => (await pool.read(file, testSite))?.source.split(' by ')[1]

afterEach(() => pool.close())

test('reports a file that takes too long, and reads the files after it', async () => {
  open(1, 300)
  const [hanging, next] = await Promise.all([problemsOf('hangs.md'), problemsOf('next.md')])
  expect(hanging).toEqual([
    expect.objectContaining({ file: 'hangs.md', line: 1, message: expect.stringContaining('0.3 s') }),
  ])
  expect(next).toEqual([])
})

test('reports a file that crashes two workers or exceeds their memory', async () => {
  open(2)
  const [crashed, grown] = await Promise.all([problemsOf('crashes.md'), problemsOf('grows.md')])
  expect(crashed).toEqual([expect.objectContaining({ line: 1, message: expect.stringContaining('SIGKILL') })])
  expect(grown).toEqual([expect.objectContaining({ line: 1, rule: 'compiler' })])
}, 60_000)

test('reads a file in another worker if its worker is killed from outside', async () => {
  open(1)
  const first = Number(await processOf('a.md'))
  process.kill(first, 'SIGKILL')
  const second = Number(await processOf('b.md'))
  expect(second).not.toBe(first)
})

test('rejects for a full disk, and works again afterwards', async () => {
  open(1)
  await expect(pool.read('disk.md', testSite)).rejects.toMatchObject({ code: 'ENOSPC' })
  expect(await problemsOf('next.md')).toEqual([])
})

test('reports a bibliography that crashes its worker', async () => {
  open(1)
  expect(await pool.readBibliography(testSite)).toEqual([
    expect.objectContaining({ file: 'content/references.bib', line: 1 }),
  ])
  expect(await problemsOf('next.md')).toEqual([])
})

test('rejects with the reason if a worker cannot start', async () => {
  pool = openCompilerPool({ size: 1, script: resolve('lib/authoring/compile/fixtures/none.ts') })
  await expect(pool.read('a.md', testSite)).rejects.toThrow('A compile worker could not start')
})

test('starts at most the allowed number of workers', async () => {
  open(2)
  const processes = await Promise.all(Array.from({ length: 8 }, (_, index) => processOf(`${index}.md`)))
  expect(new Set(processes).size).toBe(2)
})
