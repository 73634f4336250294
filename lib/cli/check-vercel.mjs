// npm run check:vercel: check a deployment on Vercel, built with Vercel's own command (e2e/vercel/main.ts).
// JavaScript, because it runs before packages are installed.
import { readArguments } from './arguments.mjs'
import { run } from './processes.mjs'
import { install, ofNoSite } from './run.mjs'

const args = readArguments({ values: ['posts'] })
await install()
process.exitCode = await run(process.execPath, ['--import', 'tsx', 'e2e/vercel/main.ts', ...args], ofNoSite)
