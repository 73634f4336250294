// npm run backup [--output archive]: write the site into an archive, also while it is served.
// JavaScript, because it runs before packages are installed.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { translate } from '../site/messages/translate.mjs'
import { plural } from '../site/plural.mjs'
import { readOptions } from './arguments.mjs'
import { usage } from './help.mjs'
import { fail, say } from './messages.mjs'
import { loadProgram } from './programs.mjs'
import { install, root, site } from './run.mjs'
import { bundleFolders, requireWritable } from './write-access.mjs'

const { values, positionals } = readOptions({
  output: { type: 'string', default: '.' },
})
if (positionals.length > 0) fail(translate`Found ${positionals.length} arguments; expected none. ${usage()}`)

requireWritable(bundleFolders())
await install()
/** @type {typeof import('../authoring/backup/backup')} */
const { BackupError, createBackup, megabytes } = await loadProgram('backup')
try {
  const { archive, files, size } = await createBackup({
    site,
    engine: root,
    // Relative to the folder in which npm was called.
    output: resolve(process.env.INIT_CWD ?? root, values.output),
    version: JSON.parse(readFileSync('package.json', 'utf8')).version,
    now: new Date(),
    log: say,
  })
  say(translate`Wrote ${archive}: ${plural(files, 'file')}, ${megabytes(size)}.`)
  say(
    translate`It may contain secrets (.env) and drafts: only you can read it. Keep a copy on another machine.`,
  )
} catch (error) {
  if (error instanceof BackupError) fail(error.message)
  throw error
}
