// npm run fuzz -- --minutes N [--seed S] [--count N] [--from N] [--workers N], or --replay file: search for input on which the compiler fails.
// JavaScript, because it runs before packages are installed.
import { readArguments } from './arguments.mjs'
import { run } from './processes.mjs'
import { install } from './run.mjs'

const args = readArguments({ values: ['minutes', 'seed', 'count', 'from', 'workers', 'replay'] })
await install()
process.exitCode = await run(process.execPath, ['--import', 'tsx', 'lib/fuzz/main.ts', ...args])
