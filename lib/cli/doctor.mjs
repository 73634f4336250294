// npm run doctor: check the machine, the site and the services that it uses, and say what to do about each fault.
// JavaScript, because it runs before packages are installed.
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
const width = Math.max(...findings.map(({ name }) => name.length))
for (const { name, severity, text, advice } of findings) {
  console.log(`${marks[severity]} ${name.padEnd(width)}  ${text}`)
  if (advice) console.log(`  ${''.padEnd(width)}  → ${advice}`)
}
const errors = findings.filter(({ severity }) => severity === 'error').length
const warnings = findings.filter(({ severity }) => severity === 'warning').length
say(`${plural(errors, 'error')}, ${plural(warnings, 'warning')}.`)
process.exitCode = errors > 0 ? 1 : 0
