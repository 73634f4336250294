// Our programs that run outside of Next's bundles, bundled by esbuild as JavaScript. Otherwise each start would translate
// TypeScript file by file: a compile worker is ready in 0.7 s instead of 2.9 s on a busy machine with two cores.
// JavaScript, because commands import it before packages are installed.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { correctKatexInEsbuild } from '../markdown/tex/katex/corrections/correct-katex.mjs'
import { renameOver } from '../store/windows.mjs'
import { isPacked } from './build-stamp.mjs'

/** Folder of the bundled programs. */
export const programsFolder = '.next/cache/programs'

/** The publisher. */
export const publisherProgram = join(programsFolder, 'publisher.mjs')
/** Compiles the whole content, for a packed engine. */
export const contentProgram = join(programsFolder, 'content.mjs')
/** The compile worker (`LEMMA_WORKER` names it to `lib/authoring/compile/pool.ts`). */
export const workerProgram = join(programsFolder, 'worker.mjs')
/** The program of `npm run announce`. */
export const announceProgram = join(programsFolder, 'announce.mjs')
/** The program of `npm run preview`. */
export const previewProgram = join(programsFolder, 'preview.mjs')
/** The server. */
export const serverProgram = join(programsFolder, 'server.mjs')
/** Next's `cacheHandler`. */
export const pageCacheProgram = join(programsFolder, 'page-cache.mjs')
/** Next's `cacheHandlers.default`. */
export const functionCacheProgram = join(programsFolder, 'function-cache.mjs')

const entryPoints = {
  backup: 'lib/authoring/backup/backup.ts',
  cite: 'lib/authoring/cite/cite.ts',
  doctor: 'lib/authoring/doctor/doctor.ts',
  import: 'lib/authoring/import/import.ts',
  init: 'lib/authoring/init/init.ts',
  lint: 'lib/authoring/lint/lint.ts',
  localise: 'lib/authoring/import/images/localise.ts',
  'new-post': 'lib/authoring/new-post/new-post.ts',
  announce: 'lib/authoring/announce/main.ts',
  preview: 'lib/runtime/preview/link.ts',
  content: 'lib/cli/packed-content.mjs',
  publisher: 'lib/authoring/publisher/main.ts',
  worker: 'lib/authoring/compile/worker.ts',
  server: 'lib/runtime/server/main.ts',
  'page-cache': 'lib/runtime/cache/page-cache.ts',
  'function-cache': 'lib/runtime/cache/function-cache.ts',
}

/** Bundle the programs from their current source. Takes half a second, most of it for KaTeX. A packed engine contains them. */
export async function bundlePrograms() {
  if (isPacked()) return
  const { build, stop } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints,
    outdir: programsFolder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // The server and the caches share state, so what they share is one module.
    splitting: true,
    packages: 'external',
    plugins: [correctKatexInEsbuild()],
    platform: 'node',
    format: 'esm',
    target: 'node20.9',
    sourcemap: 'inline',
    sourcesContent: false,
    write: false,
  })
  // Its process would keep running beside the server.
  await stop()
  mkdirSync(programsFolder, { recursive: true })
  const isOld = new Set(readdirSync(programsFolder))
  for (const { path, text } of outputFiles) {
    isOld.delete(basename(path))
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue
    // Replace it atomically: another command may be starting it.
    writeFileSync(`${path}.${process.pid}`, text)
    renameOver(`${path}.${process.pid}`, path)
  }
  for (const name of isOld) rmSync(join(programsFolder, name), { force: true })
}

/**
 * Bundle the programs, and import one that a command calls in its own process.
 *
 * @param {'backup' | 'cite' | 'doctor' | 'import' | 'init' | 'lint' | 'localise' | 'new-post'} name
 * @returns {Promise<any>} its exports
 */
export async function loadProgram(name) {
  await bundlePrograms()
  return import(pathToFileURL(resolve(programsFolder, `${name}.mjs`)).href)
}
