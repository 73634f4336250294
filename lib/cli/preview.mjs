// npm run preview <slug> [--hours=24]: a link to a post before it appears (lib/runtime/preview/link.ts).
// JavaScript, because it runs before packages are installed.
import { join } from 'node:path'
import { readOptions } from './arguments.mjs'
import { run } from './processes.mjs'
import { bundlePrograms, previewProgram } from './programs.mjs'
import { install, root, site } from './run.mjs'

const { values, positionals } = readOptions({ hours: { type: 'string' } })
const hours = values.hours === undefined ? [] : [`--hours=${values.hours}`]
await install()
await bundlePrograms()
process.exitCode = await run(
  process.execPath,
  [join(root, previewProgram), ...positionals, ...hours],
  {},
  site,
)
