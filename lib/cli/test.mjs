// npm test: everything, on a fresh clone too. Ends with one line, `N passed, N failed`.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { findBrowser } from './browser.mjs'
import { findOnPath, installFromDebian } from './debian.mjs'
import { bin, build, compileContent, install, run, say } from './run.mjs'

await install()
rmSync('test-results', { recursive: true, force: true })
mkdirSync('test-results')

const total = { passed: 0, failed: 0, skipped: 0 }
const node = process.execPath

await step('Format and lint', () =>
  succeeds('@biomejs/biome', 'bin/biome', 'check', '--error-on-warnings', '.'),
)
const hasContent = await step('Content', compileContent)
await step('Types', async () => {
  return (await succeeds('next', 'dist/bin/next', 'typegen')) && succeeds('typescript', 'bin/tsc', '--noEmit')
})
await suite(
  'Unit tests',
  'vitest',
  'vitest.mjs',
  ['run', '--reporter=default', '--reporter=json', '--outputFile=test-results/unit.json'],
  countUnit,
)
const isBuilt = hasContent && (await step('Production build', build))
if (isBuilt) {
  const browser = await findBrowser()
  const programs = {
    'redis-server': 'redis-server',
    newsboat: 'newsboat',
    sqlite3: 'sqlite3',
    xmllint: 'libxml2-utils',
  }
  for (const [program, name] of Object.entries(programs))
    if (!findOnPath([program])) await installFromDebian(name)
  /** @type {Record<string, string>} */
  const env = browser ? { LEMMA_CHROMIUM: browser } : {}
  await suite('End-to-end tests', '@playwright/test', 'cli.js', ['test'], countEndToEnd, env)
} else {
  say('Without a build there is nothing to test end to end.')
  total.failed++
}

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0

/**
 * One check that passes or fails as a whole.
 * @param {string} name
 * @param {() => Promise<boolean>} check
 */
async function step(name, check) {
  say(`${name}…`)
  const passed = await check()
  if (passed) total.passed++
  else total.failed++
  say(`${name}: ${passed ? 'passed' : 'failed'}`)
  return passed
}

/**
 * @param {string} name a package
 * @param {string} file its program
 * @param {...string} args
 */
async function succeeds(name, file, ...args) {
  return (await run(node, [bin(name, file), ...args])) === 0
}

/**
 * A runner with many tests, counted from its report. A runner that fails and reports no failure failed itself.
 * @param {string} title
 * @param {string} name
 * @param {string} file
 * @param {string[]} args
 * @param {() => typeof total} count
 * @param {Record<string, string>} [env]
 */
async function suite(title, name, file, args, count, env) {
  say(`${title}…`)
  const code = await run(node, [bin(name, file), ...args], env)
  const { passed, failed, skipped } = count()
  total.passed += passed
  total.failed += code !== 0 && failed === 0 ? 1 : failed
  total.skipped += skipped
}

/** @param {string} file @returns {any} */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

/** Vitest's report; a file that could not be loaded holds no test and counts as one failure. */
function countUnit() {
  const {
    numPassedTests = 0,
    numFailedTests = 0,
    numPendingTests = 0,
    testResults = [],
  } = readReport('test-results/unit.json')
  const broken = testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ result) =>
      result.status === 'failed' && result.assertionResults.length === 0,
  )
  return { passed: numPassedTests, failed: numFailedTests + broken.length, skipped: numPendingTests }
}

/** Playwright's report. A flaky test is a failed one. */
function countEndToEnd() {
  const {
    expected = 0,
    unexpected = 0,
    flaky = 0,
    skipped = 0,
  } = readReport('test-results/e2e.json').stats ?? {}
  return { passed: expected, failed: unexpected + flaky, skipped }
}
