// npm run import <system> <location> [--uploads folder] [--hash-emails] [--dry-run]: import a site of another system.
// Plain JavaScript: it runs before anything is installed.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readArguments } from './arguments.mjs'
import { fail, say } from './messages.mjs'
import { loadProgram } from './programs.mjs'
import { install, root, site } from './run.mjs'
import { requireWritable } from './write-access.mjs'

const usage =
  'Use: npm run import hexo ../old-blog -- [--site ../my-blog] [--uploads folder] [--hash-emails] [--dry-run]'
const { values, positionals } = readOptions()
const [system, location] = positionals
if (system === undefined || location === undefined || positionals.length > 2)
  fail(`Found ${positionals.length} arguments; expected a system and the location of its source. ${usage}`)
// Paths are relative to the folder in which npm was called.
const called = process.env.INIT_CWD ?? root
const uploads = values.uploads === undefined ? undefined : resolve(called, values.uploads)
if (uploads !== undefined && !existsSync(uploads)) fail(`The folder of uploads ${uploads} does not exist.`)

requireWritable(['.next/cache', join(site, 'content')])
await install()
/** @type {typeof import('../authoring/import/import')} */
const { importSite, SourceError } = await loadProgram('import')
process.chdir(site)
const began = Date.now()
try {
  const { summary, lost } = await importSite({
    system,
    location: /^[a-z]+:\/\//.test(location) ? location : resolve(called, location),
    ...(uploads !== undefined && { uploads }),
    dryRun: values['dry-run'],
    hashEmails: values['hash-emails'],
    log: say,
  })
  console.log(summary)
  say(`${values['dry-run'] ? 'Checked' : 'Imported'} in ${((Date.now() - began) / 1000).toFixed(1)} s.`)
  if (lost === 0) say('Next: npm run lint:content, which names what does not compile; then npm run dev.')
  process.exitCode = lost > 0 ? 1 : 0
} catch (error) {
  if (error instanceof SourceError) fail(error.message)
  throw error
}

/** The options, some of which npm may have kept. */
function readOptions() {
  try {
    return parseArgs({
      args: readArguments({ flags: ['dry-run', 'hash-emails'], values: ['uploads'] }),
      options: {
        uploads: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        'hash-emails': { type: 'boolean', default: false },
      },
      allowPositionals: true,
    })
  } catch (error) {
    return fail(`${/** @type {Error} */ (error).message}. ${usage}`)
  }
}
