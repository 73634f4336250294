// Shared by the commands. Plain JavaScript with Node's own modules: it runs before anything is installed.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { published } from './content-published.mjs'
import { hashFiles, listFiles } from './files.mjs'

/** The project's root; every command works from there, whatever folder it is called in. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
process.chdir(root)

/** Say what is going on. @param {string} text */
export function say(text) {
  console.log(`\x1b[2mlemma\x1b[0m ${text}`)
}

/** Stop with a message for the author. @param {string} text @returns {never} */
export function fail(text) {
  console.error(`\x1b[31mlemma\x1b[0m ${text}`)
  process.exit(1)
}

/**
 * Run a program to its end, its output shown.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<number>} its exit code
 */
export function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = start(command, args, env)
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/**
 * Start a program that goes on running. It is ended when this process is.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 * @param {import('node:child_process').StdioOptions} [stdio]
 */
export function start(command, args, env = {}, stdio = 'inherit') {
  const child = spawn(command, args, { stdio, env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env } })
  child.on('error', (error) => fail(`${command} could not be started: ${error.message}`))
  const end = () => child.kill()
  process.once('exit', end)
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.once(signal, () => child.kill(signal))
  child.on('close', () => process.removeListener('exit', end))
  return child
}

/**
 * Path of a program of an installed package, to be run with node: neither npx nor a shell stands between.
 * @param {string} name a package: `next`
 * @param {string} file its program: `dist/bin/next`
 */
export function bin(name, file) {
  return join(root, 'node_modules', name, file)
}

/** Install what the lockfile names, where it is not installed yet. */
export async function install() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 9))
    fail(`Found Node ${process.versions.node}; expected 20.9 or newer.`)
  // npm writes this file last: where it is newer than the lockfile, an installation is whole and current.
  const installed = 'node_modules/.package-lock.json'
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs) return
  say('Installing packages…')
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  // npm names its own program to the scripts it runs; on Windows a bare `npm` cannot be started without a shell.
  const npm = process.env.npm_execpath
  const code = npm?.endsWith('npm-cli.js')
    ? await run(process.execPath, [npm, ...args])
    : await run('npm', args)
  if (code !== 0) fail('npm ci failed; its message stands above.')
}

/**
 * Node's flags for a process that is to stay small: left alone, V8 lets a heap grow to many times what is in use, to
 * gigabytes with ten thousand articles. No limit on the whole heap, which a large site would run into.
 *
 * @param {number} youngest megabytes of each half of the space for what was just made
 * @param {number} growth percent by which the rest may have grown until it is collected
 */
export function heapFlags(youngest, growth) {
  return [`--max-semi-space-size=${youngest}`, `--heap-growing-percent=${growth}`]
}

/** Compile `content/` with contentlayer. @returns {Promise<boolean>} whether all of it is in order */
export async function compileContent() {
  const began = Date.now()
  say('Compiling content…')
  const code = await new Promise((resolve) => {
    const args = [
      ...heapFlags(16, 40),
      // Every core compiles: threads that help to collect garbage would only take its time (a sixteenth of all).
      '--single-threaded-gc',
      // contentlayer's command line has its effects traced, for its own debugging. Loaded before it says so, they are
      // not, which saves a sixth of its time (contentlayer2 0.5.8).
      '--import',
      '@effect-ts/core/Effect',
      bin('contentlayer2', 'bin/cli.cjs'),
      'build',
      '--clearCache',
    ]
    const child = start(process.execPath, args, {}, ['ignore', 'pipe', 'inherit'])
    passOn(child.stdout)
    child.on('close', resolve)
  })
  if (code === 0) say(`Content compiled in ${seconds(began)}.`)
  return code === 0
}

/**
 * Show a program's output without contentlayer's notes to itself.
 * @param {import('node:stream').Readable | null} stream
 * @param {(line: string) => void} [onLine]
 */
export function passOn(stream, onLine) {
  let rest = ''
  stream?.setEncoding('utf8').on('data', (chunk) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (!/^(successCallback|Cache cleared|Generated \d+ documents)/.test(line)) console.log(line)
      onLine?.(line)
    }
  })
}

const buildStamp = '.next/lemma-build.json'
/** What is known of the published content (`PublishedState`). */
export const lastPublished = '.lemma/state.json'

/**
 * Compile the content and, beside it, build the code, where anything changed since the last build: pages are rendered
 * when both are there.
 * @returns {Promise<boolean>}
 */
export async function build() {
  const inputs = hashInputs()
  const last = readStamp()
  if (last?.code === inputs.code && last.content === inputs.content) {
    say('Nothing changed since the last build.')
    return true
  }
  const began = Date.now()
  say('Building the site…')
  const child = start(process.execPath, [bin('next', 'dist/bin/next'), 'build'], {}, [
    'inherit',
    'inherit',
    'inherit',
    'ipc',
  ])
  const built = new Promise((resolve) => child.on('close', (code) => resolve(code === 0)))
  if (!(await compileContent())) {
    child.kill()
    await built
    return false
  }
  if (child.connected) child.send(published)
  if (!(await built)) return false
  const { version } = JSON.parse(readFileSync(lastPublished, 'utf8'))
  writeFileSync(buildStamp, JSON.stringify({ ...inputs, version }))
  say(`Site built in ${seconds(began)}.`)
  return true
}

/**
 * Make ready to serve. Where the content alone changed since the last build it is compiled and nothing is built: pages
 * are made anew when they are asked for (`lib/cache/page-cache.mjs`). Where it is broken, what was published last is
 * served.
 * @returns {Promise<boolean>}
 */
export async function prepare() {
  const inputs = hashInputs()
  const last = readStamp()
  if (last?.code !== inputs.code || last.content === inputs.content || !existsSync(lastPublished))
    return build()
  if (await compileContent()) writeFileSync(buildStamp, JSON.stringify({ ...last, content: inputs.content }))
  else say('What is to be mended stands above; what was published last is served.')
  return true
}

/**
 * The last whole build: hashes of what it was made of, and the version of the content it rendered.
 * @returns {{ code: string, content: string, version: string } | undefined}
 */
function readStamp() {
  if (!existsSync(buildStamp) || !existsSync('.next/BUILD_ID')) return undefined
  return JSON.parse(readFileSync(buildStamp, 'utf8'))
}

/** @param {number} began @returns {string} */
function seconds(began) {
  return `${((Date.now() - began) / 1000).toFixed(1)} s`
}

/** Hashes of everything a build depends on. */
function hashInputs() {
  const code = ['package.json', 'package-lock.json', 'tsconfig.json', 'next.config.mjs', 'postcss.config.mjs']
  code.push('contentlayer.config.ts', 'site.config.ts')
  for (const folder of ['app', 'components', 'lib']) code.push(...listFiles(folder))
  return { code: hashFiles(code), content: hashFiles(listFiles('content')) }
}
