// npm run dev: compile on every save and show it in the open browser. Errors stand in their place.
import { bin, install, passOn, run, start } from './run.mjs'

await install()
await firstPublication()
process.exitCode = await run(process.execPath, [
  bin('next', 'dist/bin/next'),
  'dev',
  '--port',
  process.env.PORT ?? '3000',
])

/** Start the compiler in watch mode; resolves when all content is published once. */
function firstPublication() {
  return new Promise((resolve) => {
    const compiler = start(
      process.execPath,
      [bin('contentlayer2', 'bin/cli.cjs'), 'dev', '--clearCache'],
      {},
      ['ignore', 'pipe', 'inherit'],
    )
    passOn(compiler.stdout, (line) => line.startsWith('Published') && resolve(undefined))
    compiler.on('close', () => process.exit(1))
  })
}
