// npm run import <system> <location> [--uploads folder] [--hash-emails] [--dry-run]: import a site of another system.
// Plain JavaScript: it runs before anything is installed.

import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { translate } from '../site/messages/translate.mjs'
import { readOptions } from './arguments.mjs'
import { usage } from './help.mjs'
import { fail, say } from './messages.mjs'
import { loadProgram } from './programs.mjs'
import { install, root, site } from './run.mjs'
import { bundleFolders, requireWritable } from './write-access.mjs'

const { values, positionals } = readOptions({
  uploads: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  'hash-emails': { type: 'boolean', default: false },
})
const [system, location] = positionals
if (system === undefined || location === undefined || positionals.length > 2)
  fail(
    translate`Found ${positionals.length} arguments; expected a system and the location of its source. ${usage()}`,
  )
// Paths are relative to the folder in which npm was called.
const called = process.env.INIT_CWD ?? root
const uploads = values.uploads === undefined ? undefined : resolve(called, values.uploads)
if (uploads !== undefined && !existsSync(uploads))
  fail(translate`The folder of uploads ${uploads} does not exist.`)

requireWritable([...bundleFolders(), join(site, 'content')])
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
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  say(values['dry-run'] ? translate`Checked in ${seconds} s.` : translate`Imported in ${seconds} s.`)
  if (lost === 0)
    say(translate`Next: npm run lint:content, which names what does not compile; then npm run dev.`)
  process.exitCode = lost > 0 ? 1 : 0
} catch (error) {
  if (error instanceof SourceError) fail(error.message)
  throw error
}
