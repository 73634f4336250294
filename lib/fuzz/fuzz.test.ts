import { expect, test } from 'vitest'
import { generateInput } from './generate'
import { minimise } from './minimise'
import { contentOfPieces, readPieces } from './pieces'
import { startWorker } from './start-worker'

const seed = 20261130

test('2,000 random files compile or become problems with a line', {
  timeout: 300_000,
}, async () => {
  const findings: unknown[] = []
  const workers = [startWorker(), startWorker()]
  try {
    await Promise.all(
      workers.map((worker, half) => {
        const request = { kind: 'run', seed, from: half * 1_000, to: (half + 1) * 1_000 } as const
        return worker.run(
          request,
          () => {},
          (index, finding) => findings.push({ index, ...finding }),
        )
      }),
    )
  } finally {
    for (const worker of workers) worker.end()
  }
  expect(findings).toEqual([])
})

test('generates the same input from the same seed and number', () => {
  const pieces = readPieces(contentOfPieces)
  const make = () => Array.from({ length: 200 }, (_, index) => generateInput(seed, index, pieces))
  expect(make()).toEqual(make())
  expect(new Set(make().map(({ content }) => content)).size).toBeGreaterThan(190)
})

test('minimises the input of a finding', async () => {
  const input = { extension: 'md', content: `${'x'.repeat(300)}!${'y'.repeat(300)}` } as const
  const smallest = await minimise(input, 'fault', async ({ content }) =>
    content.includes('!') ? { kind: 'fault', message: '' } : undefined,
  )
  expect(smallest.content).toBe('!')
})
