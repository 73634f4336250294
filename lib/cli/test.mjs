// npm test and npm run test:slow, on a fresh clone too. Ends with one line, `N passed, N failed`. With the site of an author,
// npm test checks that site, not the engine, whose tests have sites of their own (`e2e/sites`).
// JavaScript, because it runs before packages are installed.

import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { translate } from '../site/messages/translate.mjs'
import { plural } from '../site/plural.mjs'
import { findBrowser } from './browser.mjs'
import { findOnPath, installFromDebian } from './debian.mjs'
import { say } from './messages.mjs'
import { run } from './processes.mjs'
import { bin, build, compileContent, install, ofNoSite, root, site } from './run.mjs'

await install()
rmSync('test-results', { recursive: true, force: true })
mkdirSync('test-results')

const total = { passed: 0, failed: 0, skipped: 0 }
const node = process.execPath

const isEngine = process.argv.includes('--slow') || isSample()
if (process.argv.includes('--slow')) await testSlowly()
else if (isEngine) await testEverything()
else await testSite()

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0

/** Is the site the sample, so that there is an engine to test and no author's site? Its URL is reserved for examples. */
function isSample() {
  const config = join(root, 'site.config.ts')
  return site === root && existsSync(config) && readFileSync(config, 'utf8').includes('https://lemma.example')
}

/** `npm test` with the site of an author: the content, the types of its code, the build, and checks of its pages and feeds. */
async function testSite() {
  say(translate`Testing the site in ${site}.`)
  // Compiling generates types.
  const hasContent = await step(
    translate`Content`,
    async () => (await run(node, ['lib/cli/lint.mjs'])) === 0 && compileContent(),
  )
  await step(translate`Types`, checkTypes)
  if (hasContent && (await step(translate`Production build`, build))) await testEndToEnd(['e2e/any-site'], {})
  else notTested()
}

/** `npm test`: all checks but the slow ones. */
async function testEverything() {
  await step(translate`Format and lint`, () =>
    succeeds('@biomejs/biome', 'bin/biome', 'check', '--error-on-warnings', '.'),
  )
  const hasContent = await step(translate`Content`, compileContent)
  await step(translate`Types`, checkTypes)
  await suite(
    translate`Unit tests`,
    'vitest',
    'vitest.mjs',
    ['run', '--reporter=default', '--reporter=json', '--outputFile=test-results/unit.json'],
    countUnit,
  )
  if (hasContent && (await step(translate`Production build`, buildSample)))
    await testEndToEnd(['--grep-invert', '@slow'], {
      'redis-server': 'redis-server',
      xmllint: 'libxml2-utils',
    })
  else notTested()
}

/** Build the sample of the end-to-end tests, and with it the code that serves their other sites. */
async function buildSample() {
  return (await run(node, ['lib/cli/build.mjs', '--site', join(root, 'e2e/sites/sample')], ofNoSite)) === 0
}

async function checkTypes() {
  return (await succeeds('next', 'dist/bin/next', 'typegen')) && succeeds('typescript', 'bin/tsc', '--noEmit')
}

/**
 * `npm run test:slow`: checks that measure or need programs which most contributors do not have. Run it before an issue is
 * resolved.
 */
async function testSlowly() {
  if (await step(translate`Production build`, buildSample))
    await testEndToEnd(['--grep', '@slow'], { newsboat: 'newsboat', sqlite3: 'sqlite3' })
  else notTested()
  await step(translate`Numbers as in LaTeX`, async () => {
    if (!findOnPath(['pdflatex'])) await installFromDebian('texlive-latex-extra')
    return succeeds('vitest', 'vitest.mjs', 'run', 'lib/markdown/numbering/latex')
  })
  await step(translate`Import from database servers`, async () => {
    if (!findOnPath(['mariadbd', 'mariadb-install-db'])) await installFromDebian('mariadb-server')
    if (!existsSync('/usr/lib/postgresql') && !findOnPath(['postgres'])) await installFromDebian('postgresql')
    return (await run(node, ['--import', 'tsx', 'e2e/import/main.ts'], ofNoSite)) === 0
  })
  await step(translate`Container`, async () => {
    if (!findOnPath(['debootstrap'])) await installFromDebian('debootstrap')
    return (await run(node, ['--import', 'tsx', 'e2e/container/main.ts'], ofNoSite)) === 0
  })
  await step(translate`Behind nginx and Caddy`, async () => {
    if (!findOnPath(['nginx'])) await installFromDebian('nginx-light')
    if (!findOnPath(['caddy'])) await installFromDebian('caddy')
    return (await run(node, ['--import', 'tsx', 'e2e/proxy/main.ts'], ofNoSite)) === 0
  })
  await step(translate`Deployment on Vercel`, async () => {
    return (await run(node, ['--import', 'tsx', 'e2e/vercel/main.ts'], ofNoSite)) === 0
  })
}

/**
 * @param {string[]} args of Playwright
 * @param {Record<string, string>} programs that the tests run, with their Debian packages
 */
async function testEndToEnd(args, programs) {
  const browser = await findBrowser()
  for (const [program, name] of Object.entries(programs))
    if (!findOnPath([program])) await installFromDebian(name)
  /** @type {Record<string, string>} */
  const env = browser ? { LEMMA_CHROMIUM: browser } : {}
  await suite(
    translate`End-to-end tests`,
    '@playwright/test',
    'cli.js',
    ['test', ...args],
    countEndToEnd,
    env,
  )
}

function notTested() {
  say(translate`There is no build, so the end-to-end tests cannot run.`)
  total.failed++
}

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
  say(passed ? translate`${name}: passed` : translate`${name}: failed`)
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
 * A runner with many tests, counted from its report. If a runner fails without a failed test, that counts as one failure.
 * @param {string} title
 * @param {string} name
 * @param {string} file
 * @param {string[]} args
 * @param {() => typeof total} count
 * @param {Record<string, string>} [env]
 */
async function suite(title, name, file, args, count, env) {
  say(`${title}…`)
  const own = isEngine ? ofNoSite : {}
  const code = await run(node, [bin(name, file), ...args], { ...own, ...env })
  const { passed, failed, skipped } = count()
  total.passed += passed
  total.failed += code !== 0 && failed === 0 ? 1 : failed
  total.skipped += skipped
}

/** @param {string} file @returns {any} */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

/** Vitest's report; a file that could not be loaded contains no test and counts as one failure. */
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

/** Playwright's report. Playwright's own list names the flaky tests, which passed at the second attempt. */
function countEndToEnd() {
  const {
    expected = 0,
    unexpected = 0,
    flaky = 0,
    skipped = 0,
  } = readReport('test-results/e2e.json').stats ?? {}
  if (flaky > 0)
    say(translate`${plural(flaky, 'test')} passed only at the second attempt: each is to be mended.`)
  return { passed: expected + flaky, failed: unexpected, skipped }
}
