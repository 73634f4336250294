// npm run doctor: check the machine, the site and the services that it uses, and say what to do about each fault.
// JavaScript, because it runs before packages are installed.
import { translate } from '../site/messages/translate.mjs'
import { plural } from '../site/plural.mjs'
import { say } from './messages.mjs'
import { loadProgram } from './programs.mjs'
import { install, site } from './run.mjs'
import { outputFolders, requireWritable } from './write-access.mjs'

requireWritable(outputFolders())
await install()
/** @type {typeof import('../authoring/doctor/doctor')} */
const { diagnose } = await loadProgram('doctor')
process.chdir(site)
const findings = await diagnose()
const marks = { ok: '✓', warning: '!', error: '✗' }
const width = Math.max(...findings.map(({ name }) => widthOf(name)))
for (const { name, severity, text, advice } of findings) {
  console.log(`${marks[severity]} ${name}${' '.repeat(width - widthOf(name))}  ${text}`)
  if (advice) console.log(`  ${' '.repeat(width)}  → ${advice}`)
}
const errors = findings.filter(({ severity }) => severity === 'error').length
const warnings = findings.filter(({ severity }) => severity === 'warning').length
say(translate`${plural(errors, 'error')}, ${plural(warnings, 'warning')}.`)
process.exitCode = errors > 0 ? 1 : 0

/** Columns of a name in a terminal, in which a Han character has two. @param {string} name */
function widthOf(name) {
  return name.replace(/\p{Script=Han}/gu, '..').length
}
