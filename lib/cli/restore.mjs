// npm run restore <archive> [folder] [--force]: restore a site from a backup.
// JavaScript, because it runs before packages are installed.
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
  force: { type: 'boolean', default: false },
})
const [archive, folder] = positionals
if (archive === undefined || positionals.length > 2)
  fail(
    translate`Found ${positionals.length} arguments; expected an archive, and a folder for the site. ${usage()}`,
  )
// Paths are relative to the folder in which npm was called.
const called = process.env.INIT_CWD ?? root
const target = folder === undefined ? site : resolve(called, folder)

requireWritable(bundleFolders())
await install()
/** @type {typeof import('../authoring/backup/backup')} */
const { BackupError, restoreBackup } = await loadProgram('backup')
try {
  const { manifest, files, replaced } = await restoreBackup({
    archive: resolve(called, archive),
    target,
    engine: root,
    force: values.force,
    now: new Date(),
    log: say,
  })
  say(
    translate`Restored ${plural(files, 'file')} of ${manifest.created} (Lemma ${manifest.lemma}) to ${target}.`,
  )
  if (replaced)
    say(translate`The replaced files are in ${replaced}. Delete that folder when you no longer need it.`)
  say(translate`Next:`)
  // With `=`, the option works in PowerShell too, which removes the `--` before it.
  const option = target === root ? '' : ` -- --site="${target}"`
  console.log(`  npm run doctor${option}`)
  console.log(`  npm start${option}      ${translate`serve the site`}`)
} catch (error) {
  if (error instanceof BackupError) fail(error.message)
  throw error
}
