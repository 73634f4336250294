// npm run announce: notify search engines of what changed since the last run (lib/authoring/announce/main.ts).
// JavaScript, because it runs before packages are installed.
import { join } from 'node:path'
import { run } from './processes.mjs'
import { announceProgram, bundlePrograms } from './programs.mjs'
import { install, root, site } from './run.mjs'

await install()
await bundlePrograms()
process.exitCode = await run(process.execPath, [join(root, announceProgram)], {}, site)
