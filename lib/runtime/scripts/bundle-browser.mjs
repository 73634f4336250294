// Bundles `lib/browser`, the scripts of pages, with esbuild, separately from Next. JavaScript, because `next.config.mjs`
// imports it.
import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { build, context } from 'esbuild'

const folder = fileURLToPath(new URL('../../browser', import.meta.url))

/** @type {import('esbuild').BuildOptions} */
const options = {
  entryPoints: [join(folder, 'entry.ts')],
  outdir: 'browser',
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  logLevel: 'warning',
}

/** @typedef {{ name: string, content: Uint8Array }} Script */

/**
 * Bundle for production: minified, with a hash of the content in every name.
 *
 * @returns {Promise<{ entry: string, scripts: Script[] }>} name of the script that pages load, and all scripts
 */
export async function bundleBrowser() {
  const { outputFiles } = await build({
    ...options,
    minify: true,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    write: false,
  })
  const scripts = outputFiles.map(({ path, contents }) => ({ name: basename(path), content: contents }))
  const entry = scripts.find(({ name }) => name.startsWith('entry-'))
  if (!entry) throw new Error('esbuild wrote no script for lib/browser/entry.ts.')
  return { entry: entry.name, scripts }
}

/**
 * Write scripts into a folder, uncompressed and compressed.
 *
 * @param {string} target
 * @param {readonly Script[]} scripts
 */
export async function writeScripts(target, scripts) {
  mkdirSync(target, { recursive: true })
  for (const { name, content } of scripts) {
    const file = join(target, name)
    writeFileSync(file, content)
    writeFileSync(`${file}.br`, await promisify(brotliCompress)(content))
    writeFileSync(`${file}.gz`, await promisify(gzip)(content, { level: 9 }))
  }
}

/**
 * For development: serve the scripts, bundled again at each request.
 *
 * @returns {Promise<string>} address of the server, which ends with this process
 */
export async function serveBrowser() {
  const bundle = await context({ ...options, sourcemap: 'inline', write: false })
  const { port } = await bundle.serve({ host: '127.0.0.1', port: 0 })
  return `http://127.0.0.1:${port}`
}
