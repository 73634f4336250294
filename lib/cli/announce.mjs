// npm run announce: tell search engines what changed since the last time (lib/announce/main.ts).
import { install, run } from './run.mjs'

await install()
process.exitCode = await run(process.execPath, ['--import', 'tsx', 'lib/announce/main.ts'])
