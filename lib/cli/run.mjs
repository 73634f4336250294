// Shared by the commands. JavaScript with Node's own modules only, because it runs before packages are installed.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { adoptLine, isJson } from '../site/log/format.mjs'
import { translate } from '../site/messages/translate.mjs'
import { componentFiles, componentNames, siteCodeFiles, slotsFile } from '../site/site-code.mjs'
import { hashFiles, listFiles } from '../store/files.mjs'
import { isPacked, readBuildStamp, readJson, writeBuildStamp } from './build-stamp.mjs'
import { chosenLanguage, defaultLanguage, readSiteLanguage } from './choose-language.mjs'
import { chooseSite } from './choose-site.mjs'
import { heapFlags } from './heap-flags.mjs'
import { requestedHelp } from './help.mjs'
import { areInstalled } from './installed-packages.mjs'
import { fail, say } from './messages.mjs'
import { run, start, stopChildrenWithProcess, untilExit } from './processes.mjs'
import { bundlePrograms, contentProgram, workerProgram } from './programs.mjs'
import { copySiteCode } from './site-code.mjs'
import { copyImagesToPublic, copySiteFilesToPublic } from './vercel.mjs'
import { reportWriteErrors, requireWritable } from './write-access.mjs'

/** The engine's folder, which is the working directory of every command. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
/** The language that the user chose for messages; undefined if none. */
export const language = chosenLanguage()
process.env.LEMMA_LANG = language ?? defaultLanguage()
/** The site's folder. */
export const site = chooseSite(root)
// For `npm run init` there is no site yet: that of the engine's folder is the sample.
const isNewSite = basename(process.argv[1] ?? '') === 'init.mjs'
process.env.LEMMA_LANG = language ?? defaultLanguage(isNewSite ? '' : readSiteLanguage(site))
const help = requestedHelp()
if (help) {
  console.log(help)
  process.exit()
}
process.chdir(root)
process.env.LEMMA_ENGINE = root
process.env.LEMMA_SITE = site
/** The environment of programs that have sites of their own, such as tests: without these variables. */
export const ofNoSite = { LEMMA_SITE: undefined, LEMMA_ENGINE: undefined, LEMMA_LANG: undefined }
// Otherwise a process of esbuild would stay beside the publisher after it has read the configuration.
process.env.ESBUILD_WORKER_THREADS = '0'
stopChildrenWithProcess()
reportWriteErrors()

/**
 * Path of a program of an installed package, to be run with node directly, without npx or a shell.
 * @param {string} name a package: `next`
 * @param {string} file its program: `dist/bin/next`
 */
export function bin(name, file) {
  return join(root, 'node_modules', name, file)
}

/** Install the packages of the lockfile, unless they are installed. A packed engine has the packages that it needs. */
export async function install() {
  if (isPacked()) return
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 9))
    fail(translate`Found Node ${process.versions.node}; expected 20.9 or newer.`)
  if (areInstalled('.')) return
  requireWritable(['node_modules'])
  say(translate`Installing packages…`)
  if ((await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'])) !== 0)
    fail(translate`npm ci failed; its message is above.`)
}

/**
 * Run npm.
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 * @param {string} [cwd]
 * @returns {Promise<number>} its exit code
 */
export function npm(args, env = {}, cwd = root) {
  const program = findNpm()
  return program ? run(process.execPath, [program, ...args], env, cwd) : run('npm', args, env, cwd)
}

/**
 * The program of npm, to be run with node: on Windows `npm` is a `.cmd` file, which cannot be started without a shell. npm passes
 * its path to scripts. Without npm, it is in the folder of node, as Node's installer for Windows puts it.
 */
function findNpm() {
  const own = join(dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js')
  return [process.env.npm_execpath, own].find((path) => path?.endsWith('npm-cli.js') && existsSync(path))
}

/** Node's arguments that run contentlayer. */
const contentlayer = [
  // contentlayer's command line turns on the tracing of effects, for its own debugging. If the module is loaded before,
  // they are not traced, which saves a sixth of the time (contentlayer2 0.5.8).
  '--import',
  '@effect-ts/core/Effect',
  bin('contentlayer2', 'bin/cli.cjs'),
  'build',
  '--clearCache',
]

/**
 * Compile the content of the site with contentlayer, which also generates the types of documents. A packed engine needs no
 * types: its own program does the rest.
 * @param {import('../authoring/publish/publish-site').OnErrors} [onErrors]
 * @param {Inputs} [inputs] hashes of what is compiled
 * @returns {Promise<boolean>} whether it is published
 */
export async function compileContent(onErrors = 'stop', inputs = hashInputs()) {
  const began = Date.now()
  say(translate`Compiling content…`)
  const args = [...heapFlags(16, 40), ...(isPacked() ? [contentProgram] : contentlayer)]
  await bundlePrograms()
  const env = { LEMMA_ON_ERRORS: onErrors, LEMMA_WORKER: join(root, workerProgram) }
  const child = start(process.execPath, args, env, ['ignore', 'pipe', 'inherit'])
  passOn(child.stdout)
  const code = await untilExit(child)
  if (code !== 0) return false
  writeFileSync(contentStamp, JSON.stringify({ content: inputs.content }))
  say(translate`Content compiled in ${seconds(began)}.`)
  return true
}

/**
 * Show the output of a program without contentlayer's debugging lines.
 * @param {import('node:stream').Readable | null} stream
 */
export function passOn(stream) {
  let rest = ''
  stream?.setEncoding('utf8').on('data', (chunk) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (isJson() && line.trim() === '') continue
      if (
        !/^(successCallback|Cache cleared|CompiledDocument \d+ documents|Generated \d+ documents)/.test(line)
      )
        console.log(adoptLine(line, 'info'))
    }
  })
}

/** Hash of the content that was compiled last. */
const contentStamp = join(site, '.lemma/compiled.json')
/** Version of the published content (`PublishedState`); undefined if none is published or its files are damaged. */
export function publishedVersion() {
  return readJson(join(site, '.lemma/content.json')) && readJson(join(site, '.lemma/state.json'))?.version
}

/**
 * Compile the content, then build the code, if anything changed since the last build. Next traces the files of each
 * function while it builds, so the content is compiled before (`outputFileTracingIncludes`).
 * @param {import('../authoring/publish/publish-site').OnErrors} [onErrors]
 * @returns {Promise<boolean>}
 */
export async function build(onErrors = 'stop') {
  const inputs = hashInputs()
  if (isPacked()) fail(explainPacked())
  if (isCodeCurrent(inputs) && isContentCurrent(inputs)) {
    say(translate`Nothing changed since the last build.`)
    return true
  }
  if (!(await compileContent(onErrors, inputs))) return false
  if (process.env.VERCEL) {
    copyImagesToPublic()
    copySiteFilesToPublic()
  }
  const began = Date.now()
  say(translate`Building the site…`)
  copySiteCode(site)
  if ((await run(process.execPath, [bin('next', 'dist/bin/next'), 'build'])) !== 0) return false
  writeBuildStamp({ code: inputs.code, slots: inputs.slots, components: inputs.components })
  say(translate`Site built in ${seconds(began)}.`)
  return true
}

/**
 * Prepare to serve. If only the content changed since the last build, or its files are damaged, the content is compiled and
 * nothing is built. A file with errors keeps its last good version, as on a running server.
 * @returns {Promise<boolean>}
 */
export async function prepare() {
  const inputs = hashInputs()
  if (isPacked() && !existsSync(join(site, 'site.config.ts')))
    fail(
      translate`The folder ${site} contains no site. Create one in the volume: docker run --rm -it -v <folder>:${site} <image> node lib/cli/init.mjs`,
    )
  if (!isCodeCurrent(inputs)) return build('leave out')
  // Next's cache of images. The image of a container has a link to this folder in place of its own.
  if (isPacked()) mkdirSync(join(site, '.next/cache/images'), { recursive: true })
  const isPublished = publishedVersion() !== undefined
  if (isContentCurrent(inputs)) {
    say(translate`Nothing changed since the last build.`)
    return true
  }
  if (await compileContent('leave out', inputs)) return true
  if (isPublished) say(translate`The content could not be compiled; serving the last published version.`)
  return isPublished
}

/** Was the last complete build made from this code? @param {Inputs} inputs */
function isCodeCurrent({ code, slots, components }) {
  const built = readBuildStamp()
  const isSameEngine = built?.packed === true || built?.code === code
  return isSameEngine && built.slots === slots && (components === '' || built.components === components)
}

/** Why a packed engine does not serve this site, and what to do. */
function explainPacked() {
  return translate`The code in ${join(site, 'site')} (slots.tsx, components/) is not that of this image, which cannot build. Build an image with it: docker build --build-context site=<folder> -t my-blog . (docs/container.md)`
}

/** Is the content published that these files contain? @param {Inputs} inputs */
function isContentCurrent({ content }) {
  return readJson(contentStamp)?.content === content && publishedVersion() !== undefined
}

/** @param {number} began @returns {string} */
function seconds(began) {
  return `${((Date.now() - began) / 1000).toFixed(1)} s`
}

/**
 * `slots` are on every page, so a build serves sites with the same ones. `components` is empty if the site has none: then any
 * build serves it.
 * @typedef {{ code: string, slots: string, components: string, content: string }} Inputs
 */

/** Hashes of everything that a build and the published content depend on. @returns {Inputs} */
function hashInputs() {
  const code = ['package.json', 'package-lock.json', 'tsconfig.json', 'next.config.mjs', 'postcss.config.mjs']
  code.push('contentlayer.config.ts')
  for (const folder of ['app', 'components', 'lib']) code.push(...listFiles(folder))
  const { VERCEL, VERCEL_ENV } = process.env
  const content = ['content', 'site'].flatMap((folder) =>
    existsSync(join(site, folder)) ? listFiles(join(site, folder)).map((file) => relative(site, file)) : [],
  )
  const hasSlots = existsSync(join(site, slotsFile))
  return {
    code: [hashFiles(code), VERCEL, VERCEL_ENV].join(' '),
    slots: hasSlots ? hashFiles(siteCodeFiles(site), site) : '',
    components: componentNames(site).length > 0 ? hashFiles(componentFiles(site), site) : '',
    content: hashFiles(['site.config.ts', ...content], site),
  }
}
