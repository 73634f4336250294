// npm run bench [-- --posts 100,1000,10000] [-- --runs 3]: compare Lemma with Eleventy and Astro on this machine.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { findBrowser } from '../lib/cli/browser.mjs'
import { measureNext, measureSize, type NextResult, type SizeResult } from './measure/measurements'
import { describeMachine } from './report/machine'
import { drawPlot } from './report/plot'
import { formatTable, listRows } from './report/table'

const { values } = parseArgs({
  options: {
    /** Sizes of the corpus, one after the other. */
    posts: { type: 'string', default: '100,1000' },
    /** Number of runs of short measurements; the table shows medians. */
    runs: { type: 'string', default: '3' },
  },
})
const posts = values.posts.split(',').map(Number)
const runs = Number(values.runs)
if (!existsSync('/proc/self/stat'))
  throw new Error('The bench reads /proc to measure processes; run it on Linux.')
if (!posts.every((size) => size >= 12) || !(runs >= 1))
  throw new Error('`--posts` must be numbers of at least 12, and `--runs` at least 1.')

const settings = { runs, browserPath: await findBrowser() }
const next = await measureNext(settings)
const sizes: SizeResult[] = []
for (const size of posts) {
  sizes.push(await measureSize(size, settings))
  write(sizes, next)
}

/** Write the results so far, so that an interrupted bench keeps them. */
function write(sizes: readonly SizeResult[], next: NextResult): void {
  const date = new Date().toISOString().slice(0, 10)
  const rows = listRows(sizes, next)
  const report = { date, commit: readCommit(), machine: describeMachine(), versions: readVersions(), runs }
  mkdirSync('bench/results', { recursive: true })
  const file = `bench/results/${date}`
  writeFileSync(`${file}.json`, `${JSON.stringify({ ...report, rows, next, sizes }, round, 2)}\n`)
  writeFileSync(`${file}.svg`, drawPlot(sizes, date))
  console.log(`\n${formatTable(rows)}\n\nWritten to ${file}.json and ${file}.svg.\n`)
}

/** Round numbers to six decimals, more than any clock here measures. */
function round(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value
}

function readCommit(): string {
  return execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim()
}

function readVersions(): Record<string, string> {
  const { version } = JSON.parse(readFileSync('node_modules/next/package.json', 'utf8'))
  const read = (rival: string) => JSON.parse(readFileSync(`bench/rivals/${rival}/package.json`, 'utf8'))
  return { next: version, ...read('eleventy').dependencies, ...read('astro').dependencies }
}
