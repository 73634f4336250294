// npm run dev: compile on every save and show it in the open browser. Errors stand in their place.
import { watch } from 'node:fs'
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
    let compiler = startCompiler(resolve)
    // The compiler reads the bibliography once, when it starts.
    let restart = setTimeout(() => {})
    watch('content', (_, name) => {
      if (name !== 'references.bib') return
      // Editors write a file in several steps.
      clearTimeout(restart)
      restart = setTimeout(() => {
        compiler.removeAllListeners('close')
        compiler.kill()
        compiler = startCompiler(() => {})
      }, 100)
    })
  })
}

/** @param {(value?: unknown) => void} onPublished */
function startCompiler(onPublished) {
  const compiler = start(process.execPath, [bin('contentlayer2', 'bin/cli.cjs'), 'dev', '--clearCache'], {}, [
    'ignore',
    'pipe',
    'inherit',
  ])
  passOn(compiler.stdout, (line) => line.startsWith('Published') && onPublished())
  compiler.on('close', () => process.exit(1))
  return compiler
}
