// npm run lint:content [files] [-- --json] [-- --fix]: everything to mend in content/, without publishing anything.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { bin, fail, install, root, say, start } from './run.mjs'

const called = process.env.INIT_CWD ?? root
const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false }, fix: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const files = positionals.map((file) => relative(root, resolve(called, file)))
for (const file of files) if (!existsSync(join(root, file))) fail(`There is no file ${file}.`)

await install()
if (!values.json) say('Checking content…')
let report = await lint(values.fix)
const { fixed } = report
// Places have moved.
if (fixed > 0) report = await lint(false)
if (fixed > 0 && !values.json) say(`Mended ${fixed} ${fixed === 1 ? 'place' : 'places'}.`)
console.log(report.output)
process.exitCode = report.errors > 0 ? 1 : 0

/** @param {boolean} fix @returns {Promise<import('../content/lint').LintReport>} */
async function lint(fix) {
  // contentlayer writes below PWD: not where a running `npm run dev` reads.
  const folder = join(root, '.next/cache/lint')
  const file = join(folder, 'report.json')
  mkdirSync(folder, { recursive: true })
  rmSync(file, { force: true })
  const request = JSON.stringify({ report: file, files, json: values.json, fix })
  const args = [
    bin('contentlayer2', 'bin/cli.cjs'),
    'build',
    '--clearCache',
    '--config',
    join(root, 'contentlayer.config.ts'),
  ]
  const child = start(process.execPath, args, { LEMMA_LINT: request, PWD: folder }, [
    'ignore',
    'ignore',
    'inherit',
  ])
  await new Promise((ended) => child.on('close', ended))
  if (!existsSync(file)) fail('The content could not be checked; the reason stands above.')
  return JSON.parse(readFileSync(file, 'utf8'))
}
