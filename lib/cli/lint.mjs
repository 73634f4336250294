// npm run lint:content [files] [--json] [--fix]: report all problems in content/, without publishing anything.
// Plain JavaScript: it runs before anything is installed.

import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { translate } from '../site/messages/translate.mjs'
import { plural } from '../site/plural.mjs'
import { toPosix } from '../store/windows.mjs'
import { readOptions } from './arguments.mjs'
import { fail, say } from './messages.mjs'
import { loadProgram, workerProgram } from './programs.mjs'
import { install, root, site } from './run.mjs'
import { bundleFolders, requireWritable } from './write-access.mjs'

const { values, positionals } = readOptions({
  json: { type: 'boolean', default: false },
  fix: { type: 'boolean', default: false },
})
// Paths are relative to the folder in which npm was called.
const called = process.env.INIT_CWD ?? root
const files = positionals.map((file) => toPosix(relative(site, resolve(called, file))))
for (const file of files) if (!existsSync(join(site, file))) fail(translate`${file} does not exist.`)

requireWritable(bundleFolders())
await install()
process.env.LEMMA_WORKER = join(root, workerProgram)
/** @type {typeof import('../authoring/lint/lint')} */
const { lintContent } = await loadProgram('lint')
process.chdir(site)
if (!values.json) say(translate`Checking content…`)
const { output, errors, fixed } = await lintContent({ files, isJson: values.json, fixes: values.fix })
if (fixed > 0 && !values.json) say(translate`Fixed ${plural(fixed, 'problem')}.`)
console.log(output)
process.exitCode = errors > 0 ? 1 : 0
