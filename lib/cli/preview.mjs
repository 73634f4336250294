// npm run preview <slug> [-- --hours 24]: a link to a post before it appears (lib/preview/link.ts).
import { install, run } from './run.mjs'

await install()
process.exitCode = await run(process.execPath, [
  '--import',
  'tsx',
  'lib/preview/link.ts',
  ...process.argv.slice(2),
])
